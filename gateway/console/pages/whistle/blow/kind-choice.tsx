import { Alert, Badge, Card, Group, Radio, Stack, Text, Title } from "@mantine/core";
import { useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { WhistleClockStep } from "../../../language/terms.ts";
import { Due, Limit } from "../../../parts/moment.tsx";
import { Facts } from "../facts.tsx";
import { type ProfileTerm, useProfileWords } from "../profile-words.ts";
import { Stated, useKindRules } from "../use-kind-rules.tsx";
import { blowSaid } from "./blow.text.ts";
import classes from "./kind-choice.module.css";
import { plainer } from "./plainer.ts";
import type { WhistleOptionsQuery } from "./whistle-options.graphql.ts";

export type Option = NonNullable<WhistleOptionsQuery["whistleOptions"]>[number];
type RuleTexts = readonly { rule: string; text: string; textZh: string }[];

/** Every kind of whistle the district has: those that may be blown are to choose from, the others stand there with why not. */
export function KindChoice({
  options,
  ruleTexts,
  value,
  onChange,
}: {
  options: readonly Option[];
  ruleTexts: RuleTexts;
  value: string;
  onChange: (kind: string) => void;
}) {
  const text = useText(blowSaid);
  const kinds = options.map(({ kind }) => kind);
  return (
    <Radio.Group aria-labelledby="kinds" value={value} onChange={onChange}>
      <Stack gap="sm">
        <Title order={2} size="h3" id="kinds">
          {text.kinds}
        </Title>
        {options.some(({ allowed }) => allowed) ? null : <Alert color="orange">{text.nothingAllowed}</Alert>}
        {[...options.filter(({ allowed }) => allowed), ...options.filter(({ allowed }) => !allowed)].map(
          (option) => (
            <KindCard
              key={option.kind.code}
              option={option}
              kinds={kinds}
              ruleTexts={ruleTexts}
              chosen={value === option.kind.code}
            />
          ),
        )}
      </Stack>
    </Radio.Group>
  );
}

function KindCard({
  option,
  kinds,
  ruleTexts,
  chosen,
}: {
  option: Option;
  kinds: readonly ProfileTerm[];
  ruleTexts: RuleTexts;
  chosen: boolean;
}) {
  const text = useText(blowSaid);
  const words = useProfileWords();
  const { kind, allowed, screened, findings, filedWith, leadWithin, assistingWithin } = option;
  const places = [...new Set([leadWithin?.name, kind.assisting.max > 0 ? assistingWithin?.name : undefined])];
  const name = words.name(kind);
  const rules = useKindRules(kind, { kinds, ruleTexts });
  return (
    <Card withBorder component="article" aria-label={name} className={chosen ? classes.chosen : undefined}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          {allowed ? (
            <Radio value={kind.code} label={<b>{name}</b>} size="md" />
          ) : (
            <Text fw={700}>{name}</Text>
          )}
          <Badge color={allowed ? "green" : "gray"} variant="light" radius="sm" tt="none">
            {allowed ? text.allowed : text.notAllowed}
          </Badge>
        </Group>
        {findings.map(({ code, message, messageZh, rule }) => (
          <Alert key={`${code} ${message}`} color="orange" py="xs">
            <Text size="sm">{plainer(words.language === "zh" ? messageZh : message, words.language)}</Text>
            {rule ? (
              <Text size="xs" mt={2}>
                {text.rule(rule)}
              </Text>
            ) : null}
          </Alert>
        ))}
        {screened ? <Text size="sm">{text.screened}</Text> : null}
        <Text size="sm" component="div">
          <Facts
            rows={[
              [text.clocks, <OptionClocks key="clocks" option={option} />],
              ...rules.calls,
              [text.within, words.list(places.filter((place) => place !== undefined))],
              [text.filed, filedWith ? words.list(filedWith.map((unit) => unit.name)) || text.nobody : null],
            ]}
          />
        </Text>
        <details className={classes.rest}>
          <summary>{text.details}</summary>
          <Facts rows={rules.rest} />
        </details>
      </Stack>
    </Card>
  );
}

/** The clocks a whistle blown now would start, each with the working days left and its exact end. */
export function OptionClocks({ option: { clocks, kind } }: { option: Option }) {
  const text = useText(blowSaid);
  const words = useProfileWords();
  const term = useTerm();
  if (clocks.length === 0) return kind.clocks.length === 0 ? text.nobody : text.noClocks;
  return (
    <ul className={classes.clocks}>
      {clocks.map(({ step, ordinal, bearer, dueAt, limit }) => (
        <li key={`${step} ${ordinal}`}>
          {text.limit(
            ordinal > 0 ? `${term(WhistleClockStep, step)} ${ordinal}` : term(WhistleClockStep, step),
            words.limit(limit.amount, limit.unit),
          )}{" "}
          <b>
            <Due at={dueAt} />
          </b>{" "}
          (<Limit at={dueAt} />)
          {limit.unit === "WORKING_HOURS" && bearer === "EACH" ? ` · ${text.byUnitHours}` : null} ·{" "}
          {text.lapses(words.escalation(limit.escalatesTo))}
          <Stated {...limit} />
        </li>
      ))}
    </ul>
  );
}
