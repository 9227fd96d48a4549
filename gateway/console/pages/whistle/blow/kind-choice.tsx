import { Alert, Badge, Card, Group, Radio, Stack, Text, Title } from "@mantine/core";
import { useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { WhistleClockStep } from "../../../language/terms.ts";
import { Due, Limit } from "../../../parts/moment.tsx";
import { useNameOrCode } from "../../../parts/name-or-code.ts";
import { Facts } from "../facts.tsx";
import { type ProfileTerm, useProfileWords } from "../profile-words.ts";
import { Origin, useKindRules } from "../use-kind-rules.tsx";
import { blowSaid } from "./blow.text.ts";
import classes from "./kind-choice.module.css";
import { usePlainer } from "./plainer.ts";
import type { WhistleOptionsQuery } from "./whistle-options.graphql.ts";

export type Option = NonNullable<WhistleOptionsQuery["whistleOptions"]>[number];
type RuleTexts = readonly { rule: string; text: string; textZh: string }[];

/**
 * Every kind of whistle the district has: those that may be blown are to choose from; the others stand below with why not,
 * folded while there is something to choose. Once one is chosen the rest makes room for the form.
 */
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
  const isChosen = ({ kind }: Option) => kind.code === value;
  const open = options.filter((option) => option.allowed || isChosen(option));
  const shut = options.filter((option) => !open.includes(option));
  const card = (option: Option) => (
    <KindCard
      key={option.kind.code}
      {...{ option, kinds, ruleTexts }}
      chosen={isChosen(option)}
      brief={value !== "" && option.allowed && !isChosen(option)}
    />
  );
  return (
    <Radio.Group aria-labelledby="kinds" value={value} onChange={onChange}>
      <Stack gap="sm">
        <Title order={2} size="h3" id="kinds">
          {text.kinds}
        </Title>
        {options.some(({ allowed }) => allowed) ? null : <Alert color="orange">{text.nothingAllowed}</Alert>}
        {open.map(card)}
        {shut.length > 0 ? (
          <details className={classes.rest} open={open.length === 0}>
            <summary>{text.shut(shut.length)}</summary>
            <Stack gap="sm">{shut.map(card)}</Stack>
          </details>
        ) : null}
      </Stack>
    </Radio.Group>
  );
}

function KindCard({
  option,
  kinds,
  ruleTexts,
  chosen,
  brief,
}: {
  option: Option;
  kinds: readonly ProfileTerm[];
  ruleTexts: RuleTexts;
  chosen: boolean;
  /** Another is chosen: its name is enough to change one's mind. */
  brief: boolean;
}) {
  const text = useText(blowSaid);
  const words = useProfileWords();
  const nameOrCode = useNameOrCode();
  const filedWith = useFiledWith(option);
  const { kind, allowed, screened, findings, leadWithin, assistingWithin } = option;
  const places = [
    nameOrCode(leadWithin?.code, option.leadWithinNamed?.name),
    ...(kind.assisting.max > 0 ? [nameOrCode(assistingWithin?.code, option.assistingWithinNamed?.name)] : []),
  ].filter(Boolean);
  const name = words.name(kind);
  const rules = useKindRules(kind, { kinds, ruleTexts });
  const why = findings.map(({ message, messageZh }) => (words.language === "zh" ? messageZh : message));
  const plain = usePlainer(
    why,
    Object.fromEntries(kinds.map(({ code, ...said }) => [code, { en: said.name, zh: said.nameZh }])),
  );
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
        {findings.map(({ code, rule }, index) => (
          <Alert key={`${code} ${why[index]}`} color="orange" py="xs">
            <Text size="sm">{plain(why[index] ?? code)}</Text>
            {rule ? (
              <Text size="xs" mt={2}>
                {text.rule(rule)}
              </Text>
            ) : null}
          </Alert>
        ))}
        {screened && !brief ? <Text size="sm">{text.screened}</Text> : null}
        {brief ? null : (
          <>
            <Text size="sm" component="div">
              <Facts
                rows={[
                  [text.clocks, <OptionClocks key="clocks" option={option} />],
                  ...rules.calls,
                  [text.within, words.list([...new Set(places)])],
                  [text.filed, filedWith && (words.list(filedWith) || text.nobody)],
                ]}
              />
            </Text>
            <details className={classes.rest}>
              <summary>{text.details}</summary>
              <Facts rows={[rules.clocks, ...rules.rest]} />
            </details>
          </>
        )}
      </Stack>
    </Card>
  );
}

/** Who must be told in the same moment; null where that cannot be looked up. */
export function useFiledWith({ filedWith, filedWithNamed }: Option): readonly string[] | null {
  const nameOrCode = useNameOrCode();
  return filedWith?.map(({ code }, index) => nameOrCode(code, filedWithNamed?.[index]?.name)) ?? null;
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
          · <Limit at={dueAt} />
          {limit.unit === "WORKING_HOURS" && bearer === "EACH" ? ` · ${text.byUnitHours}` : null} ·{" "}
          {text.lapses(words.escalation(limit.escalatesTo))}
          <Origin {...limit} />
        </li>
      ))}
    </ul>
  );
}
