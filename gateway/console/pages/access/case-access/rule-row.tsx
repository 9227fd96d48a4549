import { Badge, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { coordinatesText } from "../../../language/coordinates.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { CasePart } from "../../../language/terms.ts";
import { useOffice } from "../../../language/work-calendar.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { useOwners } from "../../../parts/owner-names.ts";
import { useUnitNames } from "../../../parts/unit-names.ts";
import classes from "../access.module.css";
import { Event } from "../event.tsx";
import { Fact, Facts } from "../facts.tsx";
import type { CaseAccessRulesQuery } from "./rules.graphql.ts";

const said = texts(
  {
    inForce: "In force",
    withdrawn: "Withdrawn",
    toCome: "Not yet in force",
    over: "Over",
    to: "To",
    what: "What",
    clear: "In clear",
    masked: "nothing; personal data is masked",
    atOnce: "Rows at once",
    span: "Time",
    until: "until",
    why: "Set",
  },
  {
    inForce: "有效",
    withdrawn: "已撤回",
    toCome: "尚未生效",
    over: "已到期",
    to: "适用角色",
    what: "开放字段",
    clear: "明文字段",
    masked: "无，个人数据脱敏",
    atOnce: "单次导出上限",
    span: "期限",
    until: "至",
    why: "设定",
  },
);

type Rule = NonNullable<CaseAccessRulesQuery["caseAccessRules"]>["edges"][number]["node"];

/** One case access rule: whose data, what of it, to which parts in a case, how long and why. */
export function RuleRow({ rule, children }: { rule: Rule; children: ReactNode }) {
  const text = useText(said);
  const term = useTerm();
  const { language } = useLanguage();
  const { now } = useOffice();
  const { ownerName } = useOwners();
  const unitName = useUnitNames([rule.withdrawnByUnit]);
  const stand = rule.inForce
    ? text.inForce
    : rule.withdrawnAt
      ? text.withdrawn
      : new Date(rule.validFrom) > now
        ? text.toCome
        : text.over;
  return (
    <article className={classes.row} aria-label={rule.number}>
      <Group gap="xs" mb={4}>
        <Text fw={600} component="h2" size="md">
          {ownerName(rule.owner)}
        </Text>
        <Badge variant="light" color={rule.inForce ? "green" : "gray"} radius="sm" tt="none">
          {stand}
        </Badge>
        <Text size="sm" c="dimmed">
          {rule.number}
        </Text>
      </Group>
      <Facts>
        <Fact name={text.to}>
          {rule.parts.map((part) => term(CasePart, part)).join(language === "zh" ? "、" : ", ")}
        </Fact>
        <Fact name={text.what}>{coordinatesText(rule.coordinates, language)}</Fact>
        <Fact name={text.clear}>
          {rule.clear.length > 0 ? coordinatesText(rule.clear, language) : text.masked}
        </Fact>
        <Fact name={text.atOnce}>{rule.listMaximum}</Fact>
        <Fact name={text.span}>
          <Moment at={rule.validFrom} /> {text.until} <Moment at={rule.validUntil} />
        </Fact>
        <Fact name={text.why}>
          <Event at={rule.setAt} reason={rule.reason} />
        </Fact>
        <Fact name={text.withdrawn}>
          {rule.withdrawnAt && (
            <Event
              at={rule.withdrawnAt}
              by={rule.withdrawnByUnit && unitName(rule.withdrawnByUnit)}
              reason={rule.withdrawalReason}
            />
          )}
        </Fact>
      </Facts>
      {children}
    </article>
  );
}
