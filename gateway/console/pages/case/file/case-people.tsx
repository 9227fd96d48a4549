import { Button, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { type Refusal, refusalAt } from "../../../graph/refusal.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { DemanderKind, DemandKind } from "../../../language/terms.ts";
import { Moment } from "../../../parts/moment.tsx";
import { Refusals } from "../../../parts/refusals.tsx";
import { Waiting } from "../../../parts/waiting.tsx";
import { together } from "../departments/line.tsx";
import { WhyMissing } from "../departments/why-missing.tsx";
import { DemandMedia } from "../media/demand-media.tsx";
import { CasePeopleDocument, type CasePeopleQuery } from "./case-people.graphql.ts";
import { CaseSection } from "./case-section.tsx";
import { type Fact, Facts } from "./facts.tsx";
import { useCase } from "./use-case.ts";

const said = texts(
  {
    title: "People and place: the demands",
    demander: "Who asked",
    unnamed: "did not want to be named",
    when: "When it happened",
    where: "Where",
    who: "Whom it concerns",
    cause: "Why",
    course: "How it went",
    building: "Building",
    inPerson: "Heard in person",
    yes: "yes",
    none: "No demand is shown to you.",
    more: "Show more demands",
  },
  {
    title: "人员与地点：诉求",
    demander: "诉求人",
    unnamed: "不愿透露姓名",
    when: "何时",
    where: "何地",
    who: "何人",
    cause: "何因",
    course: "经过",
    building: "楼栋",
    inPerson: "当面接谈",
    yes: "是",
    none: "没有向您开放的诉求。",
    more: "显示更多诉求",
  },
);

const first = 20;
type Demand = NonNullable<CasePeopleQuery["ticket"]>["demands"]["edges"][number]["node"];

/** Who asked for what, and where, as far as it is shown. */
export function CasePeople({ number, changes }: { number: string; changes: number }) {
  const text = useText(said);
  return (
    <CaseSection title={text.title}>
      <DemandsPage number={number} changes={changes} />
    </CaseSection>
  );
}

/** A page of the demands, and below it, when asked for, the next: each knows what is withheld of its own rows. */
function DemandsPage({ number, changes, after }: { number: string; changes: number; after?: string }) {
  const text = useText(said);
  const { data, refusals, waiting, again } = useCase(
    CasePeopleDocument,
    { number, first, ...(after ? { after } : {}) },
    changes,
  );
  const [more, setMore] = useState(false);
  const { edges = [], pageInfo } = data?.ticket?.demands ?? {};
  const whole = refusals.filter(({ path }) => path.length <= 2);
  if (waiting) return <Waiting lines={5} height={22} />;
  return (
    <Stack gap="md">
      <Refusals refusals={whole} retry={again} />
      {edges.length === 0 && whole.length === 0 ? <Text c="dimmed">{text.none}</Text> : null}
      {edges.map(({ node }, index) => (
        <DemandText key={node.number} demand={node} index={index} refusals={refusals} />
      ))}
      <WhyMissing refusals={refusals.filter(({ path }) => path.length > 2)} number={number} again={again} />
      {!pageInfo?.hasNextPage ? null : more && pageInfo.endCursor ? (
        <DemandsPage number={number} changes={changes} after={pageInfo.endCursor} />
      ) : (
        <Button variant="default" size="xs" className="no-print" onClick={() => setMore(true)}>
          {text.more}
        </Button>
      )}
    </Stack>
  );
}

function DemandText({
  demand,
  index,
  refusals,
}: {
  demand: Demand;
  index: number;
  refusals: readonly Refusal[];
}) {
  const text = useText(said);
  const { language } = useLanguage();
  const term = useTerm();
  const { demander, building } = demand;
  const at = (...path: Refusal["path"]) => ["ticket", "demands", "edges", index, "node", ...path];
  const person =
    demander &&
    together(demander.name, demander.phone, demander.creditCode, term(DemanderKind, demander.kind));
  const told: readonly Fact[] = [
    {
      name: text.demander,
      value: person ?? (refusalAt(refusals, ...at("demander")) ? null : text.unnamed),
      path: at("demander"),
    },
    { name: text.where, value: demand.placeText, path: at("placeText") },
    { name: text.when, value: demand.happenedAt && <Moment at={demand.happenedAt} /> },
    { name: text.who, value: demand.who, path: at("who") },
    { name: text.cause, value: demand.cause },
    { name: text.course, value: demand.course },
    {
      name: text.building,
      value: building && together(building.name, building.address),
      path: at("building"),
    },
    { name: text.inPerson, value: demand.seenInPerson ? text.yes : null },
  ];
  const shown = told.filter(({ value, path }) => value != null || (path && refusalAt(refusals, ...path)));
  return (
    <article>
      <Title order={3} size="sm">
        <Moment at={demand.receivedAt} /> {demand.channel?.[language === "zh" ? "nameZh" : "name"]} ·{" "}
        {term(DemandKind, demand.kind)}{" "}
        <Text span size="xs" c="dimmed">
          {demand.number}
        </Text>
      </Title>
      <Text size="sm" my={6} maw="75ch">
        {demand.text}
      </Text>
      <Facts facts={shown} refusals={refusals} />
      <DemandMedia demand={demand} why={(...path) => refusalAt(refusals, ...at(...path))} />
    </article>
  );
}
