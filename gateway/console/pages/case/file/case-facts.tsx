import { Text } from "@mantine/core";
import type { Refusal } from "../../../graph/refusal.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { DemandKind, Urgency } from "../../../language/terms.ts";
import { dayText } from "../../../language/time.ts";
import { Limit, Moment } from "../../../parts/moment.tsx";
import type { CaseFileQuery } from "./case-file.graphql.ts";
import { CaseSection } from "./case-section.tsx";
import { type Fact, Facts } from "./facts.tsx";

const said = texts(
  {
    title: "In short",
    place: "Place",
    noGrid: "no grid yet",
    received: "Received",
    due: "Limit",
    kind: "Kind, urgency",
    channels: "Channels",
    matter: "Matter",
    item: "Power item",
    basis: "Rests on",
    list: "Matched by",
    version: (version: number, day: string) => `the list in version ${version}, ${day}`,
    matched: "Competent by the list",
    unit: "Handling unit",
    first: "First receiver, answerable to the end",
    leader: "Case leader",
    strikeOff: "Struck off",
    findings: "Found on site",
    account: "What was done",
    reply: "Answer to the demander",
    unsolved: "Why it is not solved",
    rejected: "Why it was not taken on",
  },
  {
    title: "基本情况",
    place: "所在",
    noGrid: "尚无网格",
    received: "受理",
    due: "办理期限",
    kind: "类型、紧急程度",
    channels: "诉求渠道",
    matter: "事项",
    item: "职权事项",
    basis: "依据",
    list: "匹配清单",
    version: (version: number, day: string) => `清单第 ${version} 版，${day}`,
    matched: "清单确定的主体",
    unit: "承办单位",
    first: "首接负责",
    leader: "包案领导",
    strikeOff: "销号",
    findings: "核实情况",
    account: "办理情况",
    reply: "公开答复",
    unsolved: "未解决原因",
    rejected: "不予受理理由",
  },
);

type Ticket = NonNullable<CaseFileQuery["ticket"]>;

/** Where it is, what it is about, who is competent by which list, and who has it. */
export function CaseFacts({
  ticket,
  refusals,
  again,
}: {
  ticket: Ticket;
  refusals: readonly Refusal[];
  again: () => void;
}) {
  const text = useText(said);
  const { language } = useLanguage();
  const term = useTerm();
  const { item, listVersion, matchedOn, caseLeader, strikeOffNumber, struckOffAt } = ticket;
  const facts: readonly Fact[] = [
    { name: text.place, value: <PlacePath ticket={ticket} />, path: ["ticket", "division"] },
    { name: text.received, value: <Moment at={ticket.receivedAt} /> },
    { name: text.due, value: <Limit at={ticket.dueAt} /> },
    { name: text.kind, value: `${term(DemandKind, ticket.kind)} · ${term(Urgency, ticket.urgency)}` },
    {
      name: text.channels,
      value: ticket.channels
        .map((channel) => channel[language === "zh" ? "nameZh" : "name"])
        .join(language === "zh" ? "、" : ", "),
    },
    {
      name: text.matter,
      value: ticket.matter && `${ticket.matter.name} ${ticket.matter.code}`,
      path: ["ticket", "matter"],
    },
    { name: text.item, value: item && `${item.name} ${item.code}`, path: ["ticket", "item"] },
    { name: text.basis, value: item?.legalBasis, path: ["ticket", "item"] },
    {
      name: text.list,
      value: listVersion && matchedOn && text.version(listVersion, dayText(matchedOn, language)),
    },
    { name: text.matched, value: ticket.matchedUnit?.name, path: ["ticket", "matchedUnit"] },
    { name: text.unit, value: ticket.handlingUnit?.name, path: ["ticket", "handlingUnit"] },
    { name: text.first, value: ticket.firstReceiver?.name, path: ["ticket", "firstReceiver"] },
    {
      name: text.leader,
      value: caseLeader && [caseLeader.name, caseLeader.unit?.name].filter(Boolean).join(" · "),
      path: ["ticket", "caseLeader"],
    },
    {
      name: text.strikeOff,
      value: strikeOffNumber && struckOffAt && (
        <>
          {strikeOffNumber} · <Moment at={struckOffAt} />
        </>
      ),
    },
  ];
  return (
    <CaseSection
      title={text.title}
      missing={{ refusals: refusals.filter(({ path }) => path.length > 0), number: ticket.number }}
      again={again}
    >
      <Facts facts={facts} refusals={refusals} />
      <Accounts ticket={ticket} refusals={refusals} />
    </CaseSection>
  );
}

function PlacePath({ ticket: { division, grid, estate, noGridYet } }: { ticket: Ticket }) {
  const text = useText(said);
  if (!division) return null;
  // From the district down: the province and the city are the same for all.
  const names = [...division.path.slice(2).map(({ name }) => name), estate?.name, grid?.name];
  return (
    <>
      {names.filter(Boolean).join(" › ")}
      {noGridYet ? (
        <Text span inherit c="var(--late)">
          {" "}
          {text.noGrid}
        </Text>
      ) : null}
    </>
  );
}

/** What was written of it; what nobody wrote takes no room, what is withheld says so. */
function Accounts({ ticket, refusals }: { ticket: Ticket; refusals: readonly Refusal[] }) {
  const text = useText(said);
  const accounts = (
    [
      [text.findings, "findings"],
      [text.account, "handlingAccount"],
      [text.reply, "publicReply"],
      [text.unsolved, "reasonUnsolved"],
      [text.rejected, "rejectionGrounds"],
    ] as const
  )
    .map(([name, field]): Fact => ({ name, value: ticket[field], path: ["ticket", field] }))
    .filter(
      ({ value, path }) => value || refusals.some((refusal) => refusal.path.join(".") === path?.join(".")),
    );
  if (accounts.length === 0) return null;
  return (
    <div style={{ marginTop: 12 }}>
      <Facts facts={accounts} refusals={refusals} wide />
    </div>
  );
}
