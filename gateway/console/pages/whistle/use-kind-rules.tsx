import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useLanguage, useText } from "../../language/language.tsx";
import { useTerm } from "../../language/term.ts";
import { Urgency, WhistleClockBearer, WhistleClockStep } from "../../language/terms.ts";
import type { KindRulesFragment } from "./kind-rules.graphql.ts";
import { kindRulesSaid } from "./kind-rules.text.ts";
import { type ProfileTerm, useProfileWords } from "./profile-words.ts";

interface RuleText {
  readonly rule: string;
  readonly text: string;
  readonly textZh: string;
}

type Row = readonly [name: string, told: ReactNode];

/** What the profile says of a kind of whistle: first who may blow it and whom it calls, then its clocks, then the rest. */
export function useKindRules(
  kind: KindRulesFragment,
  {
    kinds = [],
    ruleTexts = [],
  }: {
    /** The profile's kinds, for the names of those this one is raised to. */
    kinds?: readonly ProfileTerm[];
    /** The rules in their own words, where the profile tells them. */
    ruleTexts?: readonly RuleText[];
  },
): { calls: readonly Row[]; clocks: Row; rest: readonly Row[] } {
  const text = useText(kindRulesSaid);
  const words = useProfileWords();
  const term = useTerm();
  const { lead, assisting } = kind;
  const count = assisting.min === assisting.max ? `${assisting.min}` : `${assisting.min}–${assisting.max}`;
  const unitKinds = (codes: readonly string[]) => words.list(codes.map(words.unitKind));
  const needs = [
    kind.requiresTicket && text.ticket,
    kind.requiresVerification && text.verification,
    kind.requiresUrgency && text.urgency(term(Urgency, kind.requiresUrgency)),
    kind.requiresCitation && text.citation,
    kind.requiresCheckIn && text.checkIn,
  ].filter((need) => typeof need === "string");
  return {
    calls: [
      [
        text.blowers,
        kind.blowers.map(({ posts, body, screened, handlesTicket }) => (
          <div key={`${body} ${posts.join()}`}>
            {text.blower(words.list(posts.map(words.post)), words.body(body))}
            {screened ? ` · ${text.screened}` : ""}
            {handlesTicket ? ` · ${text.handles}` : ""}
          </div>
        )),
      ],
      [
        text.lead,
        lead.isBlower ? text.blowerLeads : text.leadKinds(unitKinds(lead.kinds), words.reach(lead.reach)),
      ],
      [
        text.assisting,
        assisting.max === 0
          ? text.none
          : text.assistingKinds(count, unitKinds(assisting.kinds), words.reach(assisting.reach)),
      ],
      [text.calls, text.called[kind.calls] ?? kind.calls],
    ],
    clocks: [
      text.clocks,
      kind.clocks.map((clock) => (
        <div key={`${clock.step} ${clock.amount} ${clock.unit}`}>
          {text.clock(
            term(WhistleClockStep, clock.step),
            words.limit(clock.amount, clock.unit),
            term(WhistleClockBearer, clock.of),
          )}
          {` · ${text.lapses(words.escalation(clock.escalatesTo))}`}
          <Stated {...clock} />
        </div>
      )),
    ],
    rest: [
      [text.needs, words.list(needs)],
      [text.filed, words.list(kind.filedWith.map(words.body))],
      [text.screeners, words.list(kind.screenedBy.map(words.post))],
      [text.judged, text.judges(words.judge(kind.confirmedBy), words.judge(kind.evaluatedBy))],
      [
        text.assembly,
        words.list(
          kind.assembly.map((seat) =>
            seat.required ? `${words.name(seat)} (${text.required})` : words.name(seat),
          ),
        ),
      ],
      [text.raises, kind.raisesTo ? words.term(kinds, kind.raisesTo) : null],
      [
        text.rules,
        <div key="rules">
          {words.list(kind.rules)}
          {ruleTexts
            .filter(({ rule }) => kind.rules.includes(rule))
            .map((each) => (
              <Text key={each.rule} size="sm" c="dimmed">
                {each.rule} {words.language === "zh" ? each.textZh : each.text}
              </Text>
            ))}
          <Stated rule={null} configured={kind.configured} configuredZh={kind.configuredZh} />
        </div>,
      ],
    ],
  };
}

/** The rule that states a number, or that the district chose it: why is told with the rest of the rules. */
export function Origin({
  rule,
  configured,
}: {
  readonly rule: string | null;
  readonly configured: string | null;
}) {
  const text = useText(kindRulesSaid);
  const told = rule ?? (configured ? text.ownChoice : null);
  if (!told) return null;
  return (
    <Text span size="sm" c="dimmed">
      {` ${told}`}
    </Text>
  );
}

/** Where a number comes from: the rule that states it, or why the district chose it; in English where it is not said in Chinese. */
export function Stated({
  rule,
  configured,
  configuredZh,
}: {
  readonly rule: string | null;
  readonly configured: string | null;
  readonly configuredZh: string | null;
}) {
  const text = useText(kindRulesSaid);
  const { language } = useLanguage();
  const inChinese = language === "zh" ? configuredZh : null;
  return (
    <Text span size="sm" c="dimmed">
      {rule ? ` ${rule}` : null}
      {inChinese ? ` ${text.chosen}${inChinese}` : null}
      {configured && !inChinese ? (
        <>
          {" "}
          {text.chosen} <span lang="en">{configured}</span>
        </>
      ) : null}
    </Text>
  );
}
