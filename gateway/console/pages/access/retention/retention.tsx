import { Button, Group, NumberInput, Table, Text, VisuallyHidden } from "@mantine/core";
import { useState } from "react";
import { useQuery } from "urql";
import { refusalsOf } from "../../../graph/refusal.ts";
import { useMove } from "../../../graph/use-move.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { dayOf, dayText } from "../../../language/time.ts";
import { useOffice } from "../../../language/work-calendar.tsx";
import { useOwners } from "../../../parts/owner-names.ts";
import { Refusals } from "../../../parts/refusals.tsx";
import { useUnitNames } from "../../../parts/unit-names.ts";
import { Waiting } from "../../../parts/waiting.tsx";
import { useHolder } from "../../../session/session.tsx";
import { AccessPage } from "../access-page.tsx";
import { Event } from "../event.tsx";
import { ReasonDialog } from "../reason-dialog.tsx";
import type { Standing } from "../standing.ts";
import { Told } from "../told.tsx";
import { RetentionRulesDocument } from "./retention.graphql.ts";
import { SetRetentionDocument } from "./set-retention.graphql.ts";

const said = texts(
  {
    title: "How long records are kept",
    about:
      "Three years at least from the access on (PIPL 56). Then the beginning of the chain is cut; the seal of its end is kept.",
    owner: "Data of",
    years: "Years",
    from: "From",
    why: "By whom and why",
    usual: "came with the system",
    toCome: "to come",
    set: "Set",
    setFor: (owner: string) => `How long records of ${owner} are kept`,
    setAbout:
      "Longer counts from today, shorter after thirty days; until then it can be taken back by setting another.",
    inYears: "Years, 3 to 30",
    did: (owner: string, years: number, from: string) => `${owner}: ${years} years, from ${from}`,
  },
  {
    title: "访问记录留存期限",
    about: "自访问之日起至少三年（《个人信息保护法》第五十六条）；期满后删除链首记录，仅存其末条摘要。",
    owner: "数据所属",
    years: "年数",
    from: "生效日期",
    why: "设定情况",
    usual: "系统默认",
    toCome: "尚未生效",
    set: "设定",
    setFor: (owner: string) => `设定${owner}访问记录的留存期限`,
    setAbout: "延长的自今日起生效；缩短的三十日后生效，其间可另行设定收回。",
    inYears: "留存年数（3 至 30）",
    did: (owner: string, years: number, from: string) => `${owner}：${years} 年，${from}起`,
  },
);

/** How long records of who read what are kept, and what is to come; the data bureau's steward sets it. */
export function Retention({ standing }: { standing: Standing }) {
  const text = useText(said);
  const { language } = useLanguage();
  const { now } = useOffice();
  const { ownerName } = useOwners();
  const district = (useHolder()?.unit ?? "").slice(0, 6);
  const [chosen, choose] = useState<{ subgraph: string; years: number | string }>();
  const [told, setTold] = useState<string>();
  const { send, sending, refusals, forget } = useMove(SetRetentionDocument);
  const [{ data, error }, again] = useQuery({ query: RetentionRulesDocument, variables: { district } });
  const rules = data?.retentionRules;
  const today = dayOf(now);
  const unitName = useUnitNames(rules?.map(({ setByUnit }) => setByUnit) ?? []);
  return (
    <AccessPage standing={standing} title={text.title} about={text.about}>
      <Told what={told} />
      <Refusals refusals={refusalsOf(error)} retry={() => again({ requestPolicy: "network-only" })} />
      {!rules && !error ? <Waiting lines={9} height={32} /> : null}
      {rules ? (
        <Table layout="fixed" aria-label={text.title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.owner}</Table.Th>
              <Table.Th w={60}>{text.years}</Table.Th>
              <Table.Th>{text.why}</Table.Th>
              {standing.bureauSteward ? <Table.Th w={90}>{text.set}</Table.Th> : null}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rules.map(({ subgraph, version, years, validFrom, reason, setAt, setByUnit, district: of }) => (
              <Table.Tr key={`${of} ${subgraph} ${version}`}>
                <Table.Th scope="row" fw={400}>
                  {ownerName(subgraph)}
                </Table.Th>
                <Table.Td>{years}</Table.Td>
                <Table.Td>
                  {setAt ? (
                    <Event at={setAt} by={setByUnit && unitName(setByUnit)} reason={reason} />
                  ) : (
                    text.usual
                  )}
                  {validFrom > today ? (
                    <Text size="xs" fw={600}>
                      {text.toCome} · {dayText(validFrom, language)}
                    </Text>
                  ) : null}
                </Table.Td>
                {standing.bureauSteward ? (
                  <Table.Td>
                    <Button size="xs" variant="default" onClick={() => choose({ subgraph, years })}>
                      {text.set}
                      <VisuallyHidden> {ownerName(subgraph)}</VisuallyHidden>
                    </Button>
                  </Table.Td>
                ) : null}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      {chosen ? (
        <ReasonDialog
          title={text.setFor(ownerName(chosen.subgraph))}
          about={text.setAbout}
          confirm={text.set}
          sending={sending}
          refusals={refusals}
          onClose={() => {
            forget();
            choose(undefined);
          }}
          send={async (reason) => {
            const { subgraph } = chosen;
            const answer = await send({ subgraph, years: Number(chosen.years), reason });
            if (!answer) return false;
            const { years, validFrom } = answer.setRetention;
            setTold(text.did(ownerName(subgraph), years, dayText(validFrom, language)));
            again({ requestPolicy: "network-only" });
            return true;
          }}
        >
          <Group>
            <NumberInput
              label={text.inYears}
              min={3}
              max={30}
              allowDecimal={false}
              clampBehavior="strict"
              value={chosen.years}
              onChange={(years) => choose({ ...chosen, years })}
            />
          </Group>
        </ReasonDialog>
      ) : null}
    </AccessPage>
  );
}
