import { Anchor, Group, Stack, Table, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import { type Refusal, refusalAt } from "../../../graph/refusal.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { DisputeDecision, WhistleClockStep, WhistleRole } from "../../../language/terms.ts";
import { Due, Limit, Moment } from "../../../parts/moment.tsx";
import { WhistleStateBadge } from "../../../parts/whistle-state.tsx";
import { together } from "../departments/line.tsx";
import { PartMark } from "../departments/part-mark.tsx";
import { CaseSection } from "./case-section.tsx";
import { CaseTable } from "./case-table.tsx";
import { CaseWhistlesDocument, type CaseWhistlesQuery } from "./case-whistles.graphql.ts";
import { useCase } from "./use-case.ts";

const said = texts(
  {
    title: "Whistles",
    none: "No whistle was blown from it that you may see.",
    blown: (unit: string) => `blown by ${unit}`,
    raised: "raised to",
    units: "Units called",
    progress: "How far they are",
    unit: "Unit",
    called: "Called",
    signed: "Signed",
    arrived: "Arrived",
    measures: "Measures",
    resolved: "Resolved",
    version: (version: number) => `list version ${version}`,
    contract: "by contract",
    released: "let go",
    contested: "contests the duty",
    clocks: "Clocks",
    clock: "Step",
    due: "Limit",
    state: "How it stands",
    met: "met",
    metLate: "met late",
    late: "overdue",
    paused: "paused since",
    stopped: "stopped",
    checkpoint: (ordinal: number) => `no. ${ordinal}`,
    by: (units: string) => `late: ${units}`,
  },
  {
    title: "哨",
    none: "没有由本单吹出的、您有权查看的哨。",
    blown: (unit: string) => `${unit}吹哨`,
    raised: "升级为",
    units: "应哨单位",
    progress: "签收、报到等进度",
    unit: "单位",
    called: "被呼叫",
    signed: "签收",
    arrived: "报到",
    measures: "提出措施",
    resolved: "办结",
    version: (version: number) => `清单第 ${version} 版`,
    contract: "依合同",
    released: "已免除",
    contested: "提出职责争议",
    clocks: "时限",
    clock: "环节",
    due: "期限",
    state: "情况",
    met: "按时完成",
    metLate: "超时完成",
    late: "已超时",
    paused: "暂停，自",
    stopped: "已中止",
    checkpoint: (ordinal: number) => `第 ${ordinal} 节点`,
    by: (units: string) => `超时单位：${units}`,
  },
);

type Whistle = NonNullable<CaseWhistlesQuery["ticket"]>["whistles"][number];
type Clock = NonNullable<Whistle["clocks"]>[number];

/** The whistles blown from the ticket: whom they called, how far each unit is, and their clocks. */
export function CaseWhistles({ number, changes }: { number: string; changes: number }) {
  const text = useText(said);
  const { data, refusals, waiting, again } = useCase(CaseWhistlesDocument, { number }, changes);
  const whistles = data?.ticket?.whistles ?? [];
  return (
    <CaseSection
      title={text.title}
      waiting={waiting}
      lines={4}
      refusals={data?.ticket ? [] : refusals}
      again={again}
    >
      {whistles.length === 0 && refusals.length === 0 ? <Text c="dimmed">{text.none}</Text> : null}
      <Stack gap="lg">
        {whistles.map((whistle, index) => (
          <OneWhistle
            key={whistle.number}
            whistle={whistle}
            why={(...path) => refusalAt(refusals, "ticket", "whistles", index, ...path)}
          />
        ))}
      </Stack>
    </CaseSection>
  );
}

/** Why what is at a path below the whistle is missing. */
type Why = (...path: Refusal["path"]) => Refusal | undefined;

function OneWhistle({ whistle, why }: { whistle: Whistle; why: Why }) {
  const text = useText(said);
  const { language } = useLanguage();
  const { number, kindRules, state, blower, blownAt, createdAt, demand, raisedTo, endReason } = whistle;
  return (
    <article>
      <Group gap="xs">
        <Title order={3} size="sm">
          {kindRules[language === "zh" ? "nameZh" : "name"]}{" "}
          <Anchor component={Link} href={`/whistles/${number}`} underline="always" inherit>
            {number}
          </Anchor>
        </Title>
        <WhistleStateBadge state={state} />
      </Group>
      <Text size="sm">
        <Moment at={blownAt ?? createdAt} /> {blower ? text.blown(blower.name) : null}{" "}
        {raisedTo ? (
          <>
            {text.raised}{" "}
            <Anchor component={Link} href={`/whistles/${raisedTo.number}`} underline="always" inherit>
              {raisedTo.number}
            </Anchor>
          </>
        ) : null}
      </Text>
      {demand ? (
        <Text size="sm" maw="75ch">
          {demand}
        </Text>
      ) : null}
      {endReason ? <Text size="sm">{endReason}</Text> : null}
      <Called participants={whistle.participants} why={(...path) => why("participants", ...path)} />
      {whistle.clocks ? (
        <Clocks clocks={whistle.clocks} />
      ) : (
        <Missing what={text.clocks} refusal={why("clocks")} />
      )}
    </article>
  );
}

const Steps = ["calledAt", "signedAt", "arrivedAt", "measuresAt", "resolvedAt"] as const;

function Called({ participants, why }: { participants: Whistle["participants"]; why: Why }) {
  const text = useText(said);
  const { language } = useLanguage();
  const term = useTerm();
  // To a resident none of it is told: one word of that is enough.
  const untold = participants.every((_, index) => Steps.every((step) => why(index, step)));
  if (untold && participants.length > 0) {
    const units = participants.map(({ unit, role }) => together(unit?.name, term(WhistleRole, role)));
    return (
      <>
        <Text size="sm">
          {text.units} {units.join(language === "zh" ? "、" : ", ")}
        </Text>
        <Missing what={text.progress} refusal={why(0, "signedAt")} />
      </>
    );
  }
  return (
    <CaseTable
      caption={text.units}
      heads={[text.unit, text.called, text.signed, text.arrived, text.measures, text.resolved]}
      minWidth={640}
    >
      {participants.map((each, index) => (
        <Table.Tr key={`${each.role} ${each.unit?.code} ${each.calledAt}`}>
          <Table.Th scope="row" fw={400}>
            <b>{each.unit?.name ?? "—"}</b> {term(WhistleRole, each.role)}
            <Text size="xs" c="dimmed">
              {together(
                each.responderName,
                each.item && `${each.item.name} ${each.item.code}`,
                each.listVersion && text.version(each.listVersion),
                each.byContract && text.contract,
                each.releasedAt && text.released,
                each.disputedAt && text.contested,
                each.disputeDecision && term(DisputeDecision, each.disputeDecision),
              )}
            </Text>
            {each.measures ? <Text size="xs">{each.measures}</Text> : null}
            {each.result ? <Text size="xs">{each.result}</Text> : null}
          </Table.Th>
          {Steps.map((step) => (
            <Table.Td key={step}>
              {each[step] ? <Moment at={each[step]} /> : <None refusal={why(index, step)} />}
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </CaseTable>
  );
}

/** What is missing as a whole, and whether it is none, withheld or not to be had. */
function Missing({ what, refusal }: { what: string; refusal: Refusal | undefined }) {
  return (
    <Group gap="xs">
      <Text size="sm">{what}</Text>
      <None refusal={refusal} />
    </Group>
  );
}

function None({ refusal }: { refusal: Refusal | undefined }) {
  if (!refusal) return "—";
  return <PartMark state={refusal.fault === "SYSTEM" ? "DOWN" : "WITHHELD"} />;
}

function Clocks({ clocks }: { clocks: readonly Clock[] }) {
  const text = useText(said);
  const term = useTerm();
  if (clocks.length === 0) return null;
  return (
    <CaseTable caption={text.clocks} heads={[text.clock, text.due, text.state]} minWidth={420}>
      {clocks.map((clock) => (
        <Table.Tr key={`${clock.step} ${clock.ordinal}`}>
          <Table.Th scope="row" fw={400}>
            {term(WhistleClockStep, clock.step)} {clock.ordinal > 0 ? text.checkpoint(clock.ordinal) : null}
          </Table.Th>
          <Table.Td>
            <Limit at={clock.dueAt} />
          </Table.Td>
          <Table.Td>
            <ClockState clock={clock} />
          </Table.Td>
        </Table.Tr>
      ))}
    </CaseTable>
  );
}

function ClockState({ clock: { dueAt, metAt, pausedAt, stoppedAt, overdue, late } }: { clock: Clock }) {
  const text = useText(said);
  const { language } = useLanguage();
  const units = (late ?? []).map(({ name }) => name).join(language === "zh" ? "、" : ", ");
  const whose = units ? ` ${text.by(units)}` : null;
  if (metAt) {
    return (
      <>
        {metAt < dueAt ? text.met : text.metLate} <Moment at={metAt} />
        {whose}
      </>
    );
  }
  if (stoppedAt) return text.stopped;
  if (pausedAt) {
    return (
      <>
        {text.paused} <Moment at={pausedAt} />
      </>
    );
  }
  return (
    <>
      {overdue ? `${text.late} · ` : null}
      <Due at={dueAt} />
      {whose}
    </>
  );
}
