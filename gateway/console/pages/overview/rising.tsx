import { Anchor, Badge, Skeleton, Table, Text } from "@mantine/core";
import { Link } from "wouter";
import { refusalAt } from "../../graph/refusal.ts";
import { texts, useLanguage, useText } from "../../language/language.tsx";
import { useTerm } from "../../language/term.ts";
import { ClassProblemState } from "../../language/terms.ts";
import { ScrolledTable } from "../../parts/chart-or-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Moment } from "../../parts/moment.tsx";
import { useNameOrCode } from "../../parts/name-or-code.ts";
import { Panel } from "../../parts/panel.tsx";
import { Refusals } from "../../parts/refusals.tsx";
import { classList } from "./lists.ts";
import { OverviewRisingDocument, type OverviewRisingQuery } from "./rising.graphql.ts";
import { useFigures } from "./use-figures.ts";
import type { View } from "./view.ts";

const said = texts(
  {
    title: "Rising: what many ask for",
    about:
      "Demanders of the last 7 days against the 7 days before, and the tickets in which they asked; whatever the period above",
    hot: "Hot classes",
    problems: "Class problems",
    what: "What",
    lately: "Lately",
    before: "Before",
    change: "Change",
    more: "▲ rising",
    fewer: "▼ falling",
    same: "＝ as many",
    asked: (demanders: number, tickets: number) =>
      `${demanders} ${demanders === 1 ? "person" : "people"}, ${tickets} ${tickets === 1 ? "ticket" : "tickets"}`,
    unmatched: "Not matched yet",
    since: "since",
    none: "Nothing is asked for by many here just now",
    noneAbout: "Classes appear as soon as enough different people ask for the same.",
  },
  {
    title: "诉求上升",
    about: "近7天与此前7天的诉求人数及其工单数对比，不随上方时段变化",
    hot: "诉求热点",
    problems: "一类问题",
    what: "诉求",
    lately: "近7天",
    before: "此前",
    change: "变化",
    more: "▲ 上升",
    fewer: "▼ 下降",
    same: "＝ 持平",
    asked: (demanders: number, tickets: number) => `${demanders} 人，${tickets} 件`,
    unmatched: "尚未匹配事项",
    since: "起于",
    none: "此处暂无集中诉求",
    noneAbout: "足够多的诉求人提出同一诉求时，热点即出现在此。",
  },
);

const HEIGHT = 200;

type Rise = NonNullable<NonNullable<OverviewRisingQuery["classProblems"]>["edges"][number]["node"]["rise"]>;

interface Risen {
  readonly of: "hotClass" | "classProblem";
  readonly number: string;
  readonly what: string;
  readonly words: string;
  readonly since: string;
  readonly state?: keyof typeof ClassProblemState;
  readonly rise: Rise | null;
}

/** Hot classes and class problems, those that rise most first: demanders lately and before. */
export function Rising({ view }: { view: View }) {
  const text = useText(said);
  const { language } = useLanguage();
  const nameOrCode = useNameOrCode();
  const { data, refusals, again } = useFigures(OverviewRisingDocument, { division: view.place });
  const refused = data && !data.classProblems ? refusalAt(refusals, "classProblems") : undefined;
  const withheld = refused?.fault === "CALLER" ? refused : undefined;
  // One of the two is no answer to what many ask for, unless the other is not for this reader.
  if (!data?.hotClasses || !(data.classProblems || withheld)) {
    return (
      <Panel title={text.title} about={text.about}>
        {refusals.length > 0 ? <Refusals refusals={refusals} retry={again} /> : <Skeleton h={HEIGHT} />}
      </Panel>
    );
  }
  const hot = hotRows(data, text.unmatched, nameOrCode);
  const problems = problemRows(data, text.unmatched, nameOrCode);
  return (
    <Panel title={text.title} about={text.about}>
      <ScrolledTable label={text.title} height={HEIGHT}>
        {hot.length > 0 ? <RisenTable caption={text.hot} rows={hot} /> : null}
        {problems.length > 0 ? <RisenTable caption={text.problems} rows={problems} /> : null}
        {hot.length + problems.length === 0 && !withheld ? (
          <Empty title={text.none}>{text.noneAbout}</Empty>
        ) : null}
        {withheld ? (
          <Text size="sm">
            <b>{text.problems}</b> {withheld.message[language]}
          </Text>
        ) : null}
      </ScrolledTable>
    </Panel>
  );
}

type NameOrCode = ReturnType<typeof useNameOrCode>;

const hotRows = (
  { hotClasses }: OverviewRisingQuery,
  unmatched: string,
  nameOrCode: NameOrCode,
): readonly Risen[] =>
  (hotClasses?.edges ?? []).map(
    ({ node: { number, matter, matterNamed, words, placeNames, firstAt, rise } }) => ({
      of: "hotClass",
      number,
      what: matter ? nameOrCode(matter.code, matterNamed?.name) : unmatched,
      words: [...words, ...placeNames].join("、"),
      since: firstAt,
      rise,
    }),
  );

const problemRows = (
  { classProblems }: OverviewRisingQuery,
  unmatched: string,
  nameOrCode: NameOrCode,
): readonly Risen[] =>
  (classProblems?.edges ?? []).map(
    ({ node: { number, title, matter, matterNamed, division, divisionNamed, state, openedAt, rise } }) => ({
      of: "classProblem",
      number,
      what: title ?? (matter ? nameOrCode(matter.code, matterNamed?.name) : unmatched),
      words: nameOrCode(division?.code, divisionNamed?.name),
      since: openedAt,
      state,
      rise,
    }),
  );

function RisenTable({ caption, rows }: { caption: string; rows: readonly Risen[] }) {
  const text = useText(said);
  const term = useTerm();
  return (
    <Table captionSide="top" fz="sm" verticalSpacing={4}>
      <Table.Caption ta="left" mt={0}>
        {caption}
      </Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{text.what}</Table.Th>
          <Table.Th scope="col" ta="right" style={{ whiteSpace: "nowrap" }}>
            {text.lately}
          </Table.Th>
          <Table.Th scope="col" ta="right" style={{ whiteSpace: "nowrap" }}>
            {text.before}
          </Table.Th>
          <Table.Th scope="col" ta="right" style={{ whiteSpace: "nowrap" }}>
            {text.change}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ of, number, what, words, since, state, rise }) => (
          <Table.Tr key={number}>
            <Table.Th scope="row" fw={400} miw="10em">
              <Anchor component={Link} href={classList(of, number)} inherit>
                {what}
              </Anchor>{" "}
              {state ? (
                <Badge variant="default" size="sm" tt="none">
                  {term(ClassProblemState, state)}
                </Badge>
              ) : null}
              <Text size="xs" c="dimmed">
                {words} · {text.since} <Moment at={since} />
              </Text>
            </Table.Th>
            <Table.Td ta="right" style={{ whiteSpace: "nowrap" }}>
              {rise ? (
                <Asked
                  demanders={rise.lately}
                  tickets={rise.latelyTickets}
                  href={classList(of, number, {
                    receivedFrom: rise.latelyFrom,
                    receivedBefore: rise.until,
                  })}
                />
              ) : (
                "—"
              )}
            </Table.Td>
            <Table.Td ta="right" style={{ whiteSpace: "nowrap" }}>
              {rise ? (
                <Asked
                  demanders={rise.before}
                  tickets={rise.beforeTickets}
                  href={classList(of, number, {
                    receivedFrom: rise.beforeFrom,
                    receivedBefore: rise.latelyFrom,
                  })}
                />
              ) : (
                "—"
              )}
            </Table.Td>
            <Table.Td ta="right" style={{ whiteSpace: "nowrap" }}>
              {rise ? changeText(rise.lately - rise.before, text) : "—"}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** So many people, in so many tickets of which there is the list: who asked twice has two, and who may see fewer, fewer. */
function Asked({ demanders, tickets, href }: { demanders: number; tickets: number; href: string }) {
  const text = useText(said);
  const asked = text.asked(demanders, tickets);
  return tickets > 0 ? (
    <Anchor component={Link} href={href} inherit>
      {asked}
    </Anchor>
  ) : (
    asked
  );
}

function changeText(change: number, text: (typeof said)["en"]): string {
  if (change > 0) return text.more;
  return change < 0 ? text.fewer : text.same;
}
