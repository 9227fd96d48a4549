import { Anchor, Group, Paper, SimpleGrid, Skeleton, Text } from "@mantine/core";
import { Link } from "wouter";
import { refusalAt } from "../../graph/refusal.ts";
import { texts, useLanguage, useText } from "../../language/language.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Refusals } from "../../parts/refusals.tsx";
import { callBackList, recordedCallBackList } from "./lists.ts";
import { OverviewRatesDocument, type OverviewRatesQuery } from "./rates.graphql.ts";
import { useFigures } from "./use-figures.ts";
import type { View } from "./view.ts";

const said = texts(
  {
    title: "Three rates",
    response: "Response rate",
    solved: "Resolution rate",
    satisfied: "Satisfaction rate",
    score: "Score",
    of: "of",
    callBacks: "call-backs",
    contacted: "the unit had got in touch",
    saidSolved: "the demander says solved",
    saidSatisfied: "satisfied",
    saidBasically: (factor: number) => `basically satisfied, each counted as ${factor}`,
    weights: (response: number, solved: number, satisfied: number) =>
      `Weights ${response} : ${solved} : ${satisfied}`,
    basis: ["valid call-backs, of", "recorded"],
    none: "No valid call-back",
    noRate: "none",
    seen: (count: number) => `You may see ${count} of them`,
  },
  {
    title: "三率",
    response: "响应率",
    solved: "解决率",
    satisfied: "满意率",
    score: "综合得分",
    of: "/",
    callBacks: "次有效回访",
    contacted: "已联系诉求人",
    saidSolved: "诉求人认为已解决",
    saidSatisfied: "满意",
    saidBasically: (factor: number) => `基本满意，每次按 ${factor} 计`,
    weights: (response: number, solved: number, satisfied: number) =>
      `权重 ${response} : ${solved} : ${satisfied}`,
    basis: ["次有效回访，共回访", "次"],
    none: "尚无有效回访",
    noRate: "无",
    seen: (count: number) => `其中您可查看 ${count} 次`,
  },
);

const CARDS = { base: 1, xs: 2, md: 4 } as const;
const HEIGHT = 112;

type Rates = NonNullable<NonNullable<OverviewRatesQuery["division"]>["rates"]>;

/** Response, resolution, satisfaction: each with what it is of, in words. */
export function RatesPanel({ view }: { view: View }) {
  const text = useText(said);
  const { language } = useLanguage();
  const { data, refusals, again } = useFigures(OverviewRatesDocument, {
    division: view.place,
    from: view.from,
    until: view.until,
  });
  const rates = data?.division?.rates;
  // Withheld are the rates alone; whoever asked for too much got no answer at all, and may ask again.
  const refused = data && !rates ? refusalAt(refusals, "division", "rates") : undefined;
  const withheld = refused?.fault === "CALLER" ? refused : undefined;
  // Rates are of all call-backs of a place; who may see fewer has no list of just so many.
  const seen = data?.valid?.totalCount ?? 0;
  const listed = seen === rates?.valid;
  const allListed = data?.recorded?.totalCount === rates?.recorded;
  return (
    <Panel
      title={text.title}
      about={
        rates ? (
          <Group gap="xs">
            <span>
              <Counted value={rates.valid} href={listed ? callBackList(view) : undefined} /> {text.basis[0]}{" "}
              <Counted value={rates.recorded} href={allListed ? recordedCallBackList(view) : undefined} />{" "}
              {text.basis[1]}
            </span>
            {listed ? null : (
              <Anchor component={Link} href={callBackList(view)} inherit underline="always">
                {text.seen(seen)}
              </Anchor>
            )}
          </Group>
        ) : (
          // The line is there before its words are: nothing below moves when they come.
          "\u00a0"
        )
      }
    >
      {withheld ? (
        <Text mih={HEIGHT}>{withheld.message[language]}</Text>
      ) : !rates && refusals.length > 0 ? (
        <Refusals refusals={refusals} retry={again} />
      ) : rates ? (
        <RateCards rates={rates} view={view} listed={listed} />
      ) : (
        <SimpleGrid cols={CARDS} spacing="xs">
          {[1, 2, 3, 4].map((card) => (
            <Skeleton key={card} h={HEIGHT} />
          ))}
        </SimpleGrid>
      )}
    </Panel>
  );
}

function RateCards({ rates, view, listed }: { rates: Rates; view: View; listed: boolean }) {
  const text = useText(said);
  const { rule } = rates;
  const list = (narrowing: Record<string, string | boolean>) =>
    listed ? callBackList(view, narrowing) : undefined;
  const ofValid = (
    <>
      {" "}
      {text.of} <Counted value={rates.valid} href={list({})} /> {text.callBacks}
    </>
  );
  return (
    <SimpleGrid cols={CARDS} spacing="xs">
      <RateCard label={text.response} rate={rates.responseRate} href={list({})}>
        <Counted value={rates.contacted} href={list({ contacted: true })} />
        {ofValid}
        <br />
        {text.contacted}
      </RateCard>
      <RateCard label={text.solved} rate={rates.solvedRate} href={list({})}>
        <Counted value={rates.solved} href={list({ solved: true })} />
        {ofValid}
        <br />
        {text.saidSolved}
      </RateCard>
      <RateCard label={text.satisfied} rate={rates.satisfiedRate} href={list({})}>
        <Counted value={rates.satisfied} href={list({ satisfaction: "SATISFIED" })} />
        {ofValid} {text.saidSatisfied}
        <br />
        <Counted value={rates.basicallySatisfied} href={list({ satisfaction: "BASICALLY_SATISFIED" })} />{" "}
        {text.saidBasically(rule.basicallySatisfiedFactor)}
      </RateCard>
      <RateCard label={text.score} rate={rates.score} unit="" href={list({})}>
        {text.weights(rule.responseWeight, rule.solvedWeight, rule.satisfiedWeight)}
      </RateCard>
    </SimpleGrid>
  );
}

function RateCard({
  label,
  rate,
  unit = " %",
  href,
  children,
}: {
  label: string;
  rate: number | null;
  unit?: string;
  href?: string | undefined;
  children: React.ReactNode;
}) {
  const text = useText(said);
  const value = rate === null ? text.noRate : `${rate}${unit}`;
  return (
    <Paper bg="var(--mantine-color-default-hover)" p="sm" mih={HEIGHT}>
      <Group gap="xs" align="baseline">
        <Text size="sm">{label}</Text>
        <Text fz={22} lh={1.2} fw={700}>
          {href && rate !== null ? (
            <Anchor component={Link} href={href} inherit aria-label={`${label} ${value}`}>
              {value}
            </Anchor>
          ) : (
            value
          )}
        </Text>
      </Group>
      <Text size="xs" component="div">
        {rate === null ? text.none : children}
      </Text>
    </Paper>
  );
}

/** A number, as a link only where there is a list of just so many. */
function Counted({ value, href }: { value: number; href: string | undefined }) {
  if (!href) return <>{value}</>;
  return (
    <Anchor component={Link} href={href} inherit fw={600} underline="always">
      {value}
    </Anchor>
  );
}
