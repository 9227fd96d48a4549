import { Badge, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { coordinatesText } from "../../../language/coordinates.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { Post, ReviewVerdict } from "../../../language/terms.ts";
import { Due, Moment } from "../../../parts/moment.tsx";
import { useOwners } from "../../../parts/owner-names.ts";
import { useUnitNames } from "../../../parts/unit-names.ts";
import classes from "../access.module.css";
import { Event } from "../event.tsx";
import { Fact, Facts } from "../facts.tsx";
import type { BreakGlassAccessesQuery } from "./break-glass-list.graphql.ts";

const said = texts(
  {
    open: "Open now",
    over: "Over",
    overdue: "Review overdue",
    due: "To be reviewed",
    taken: "Taken",
    what: "What",
    case: "Case",
    until: "Ends",
    review: "Review",
    verdict: "Verdict",
    records: "What was read by it",
  },
  {
    open: "进行中",
    over: "已结束",
    overdue: "逾期未复核",
    due: "待复核",
    taken: "发起",
    what: "访问字段",
    case: "案件",
    until: "结束时间",
    review: "复核期限",
    verdict: "复核结论",
    records: "凭此查阅的记录",
  },
);

export type Glass = NonNullable<BreakGlassAccessesQuery["breakGlassAccesses"]>["edges"][number]["node"];

/** One emergency access: who took it, of whose data, for which case and why, and what the owner found. */
export function GlassRow({
  glass,
  records,
  children,
}: {
  glass: Glass;
  /** Whether the reader is shown access records. */
  records: boolean;
  children: ReactNode;
}) {
  const text = useText(said);
  const term = useTerm();
  const { language } = useLanguage();
  const { ownerName } = useOwners();
  const unitName = useUnitNames([glass.reviewedByUnit]);
  const { number, verdict, reviewOverdue, grant } = glass;
  return (
    <article className={classes.row} aria-label={number}>
      <Group gap="xs" mb={4}>
        <Text fw={600} component="h2" size="md">
          {glass.consumerUnit?.name ?? glass.consumer} → {ownerName(glass.owner)}
        </Text>
        <Badge variant="light" color={grant?.inForce ? "red" : "gray"} radius="sm" tt="none">
          {grant?.inForce ? text.open : text.over}
        </Badge>
        <Badge
          variant="light"
          color={verdict ? "gray" : reviewOverdue ? "red" : "yellow"}
          radius="sm"
          tt="none"
        >
          {verdict ? term(ReviewVerdict, verdict) : reviewOverdue ? text.overdue : text.due}
        </Badge>
        <Text size="sm" c="dimmed">
          {number}
        </Text>
      </Group>
      <Facts>
        <Fact name={text.taken}>
          <Event at={glass.brokenAt} by={term(Post, glass.brokenByPost)} reason={glass.reason} />
        </Fact>
        <Fact name={text.what}>{coordinatesText(glass.coordinates, language)}</Fact>
        <Fact name={text.case}>
          <Link href={`/case/${glass.caseNumber}`}>{glass.caseNumber}</Link>
        </Fact>
        <Fact name={text.until}>
          <Moment at={glass.endsAt} />
        </Fact>
        <Fact name={text.review}>{verdict ? null : <Due at={glass.reviewDueAt} />}</Fact>
        <Fact name={text.verdict}>
          {verdict && glass.reviewedAt ? (
            <>
              {term(ReviewVerdict, verdict)}{" "}
              <Event
                at={glass.reviewedAt}
                by={glass.reviewedByUnit && unitName(glass.reviewedByUnit)}
                reason={glass.reviewReason}
              />
            </>
          ) : null}
        </Fact>
      </Facts>
      {records ? (
        <Text size="sm" mt={4}>
          <Link href={`/access?basis=${number}`}>{text.records}</Link>
        </Text>
      ) : null}
      {children}
    </article>
  );
}
