import { Badge, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { coordinatesText } from "../../../language/coordinates.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { DataGrantState, Post, Rows } from "../../../language/terms.ts";
import { Moment } from "../../../parts/moment.tsx";
import { useOwners } from "../../../parts/owner-names.ts";
import { useUnitNames } from "../../../parts/unit-names.ts";
import classes from "../access.module.css";
import { Event } from "../event.tsx";
import { usualList } from "../extent.ts";
import { Fact, Facts } from "../facts.tsx";
import { Grounds } from "../ground.tsx";
import type { ExtentFragment, GrantRowFragment } from "./grants.graphql.ts";

const said = texts(
  {
    to: (owner: string, consumer: string) => `${owner} to ${consumer}`,
    inForce: "In force",
    expired: "Expired",
    toCome: "Approved, not yet in force",
    what: "What",
    clear: "In clear",
    masked: "nothing; personal data is masked",
    rows: "Rows",
    atOnce: (count: number) => `, ${count} at once`,
    posts: "Posts",
    purposes: "Bases",
    case: "Case alone",
    span: "Time",
    until: "until",
    part: "Granted in part",
    askedFor: "Asked for",
    fields: "Fields:",
    inClear: "In clear:",
    none: "none",
    most: (count: number) => `${count} rows at once`,
    asked: "Asked",
    decided: "Decided",
    revoked: "Revoked",
  },
  {
    to: (owner: string, consumer: string) => `${owner} → ${consumer}`,
    inForce: "有效",
    expired: "已到期",
    toCome: "已批准，尚未生效",
    what: "授权字段",
    clear: "明文字段",
    masked: "无，个人数据脱敏",
    rows: "可见范围",
    atOnce: (count: number) => `，单次至多 ${count} 行`,
    posts: "限定岗位",
    purposes: "使用目的",
    case: "限定工单",
    span: "期限",
    until: "至",
    part: "部分批准",
    askedFor: "原申请内容",
    fields: "字段：",
    inClear: "明文字段：",
    none: "无",
    most: (count: number) => `单次至多 ${count} 行`,
    asked: "申请",
    decided: "决定",
    revoked: "撤销",
  },
);

/** Where a grant stands, in a word: what is approved may be in force, over, or still to come. */
export function standOf(grant: Pick<GrantRowFragment, "state" | "inForce" | "expired">) {
  if (grant.state !== "APPROVED") return grant.state;
  if (grant.inForce) return "IN_FORCE";
  return grant.expired ? "EXPIRED" : "TO_COME";
}

const colours = {
  REQUESTED: "yellow",
  IN_FORCE: "green",
  TO_COME: "blue",
  EXPIRED: "gray",
  REFUSED: "orange",
  REVOKED: "gray",
} as const;

/** One grant: from whom to whom, what, which rows, how long, why, and who decided; with what may be done about it. */
export function GrantRow({ grant, children }: { grant: GrantRowFragment; children?: ReactNode }) {
  const text = useText(said);
  const term = useTerm();
  const { language } = useLanguage();
  const { ownerName } = useOwners();
  const stand = standOf(grant);
  const units = [grant.ownerUnit, grant.consumerUnit];
  const told = (code: string | null) => units.find((unit) => unit?.code === code)?.name;
  const acted = [grant.requestedByUnit, grant.decidedByUnit, grant.revokedByUnit];
  const unitName = useUnitNames(acted.filter((code) => !told(code)));
  const nameOf = (code: string | null) => told(code) ?? (code && unitName(code));
  const words = { IN_FORCE: text.inForce, EXPIRED: text.expired, TO_COME: text.toCome };
  return (
    <article className={classes.row} aria-label={grant.number}>
      <Group gap="xs" mb={4}>
        <Text fw={600} component="h2" size="md">
          {text.to(ownerName(grant.owner), grant.consumerUnit?.name ?? grant.consumer)}
        </Text>
        <Badge variant="light" color={colours[stand]} radius="sm" tt="none">
          {stand in words ? words[stand as keyof typeof words] : term(DataGrantState, grant.state)}
        </Badge>
        {grant.asked ? (
          <Badge variant="light" color="grape" radius="sm" tt="none">
            {text.part}
          </Badge>
        ) : null}
        <Text size="sm" c="dimmed">
          {grant.number}
        </Text>
      </Group>
      <Facts>
        <Fact name={text.what}>{coordinatesText(grant.coordinates, language)}</Fact>
        <Fact name={text.clear}>
          {grant.clear.length > 0 ? coordinatesText(grant.clear, language) : text.masked}
        </Fact>
        <Fact name={text.rows}>
          {term(Rows, grant.rows) + (grant.listMaximum === null ? "" : text.atOnce(grant.listMaximum))}
        </Fact>
        <Fact name={text.posts}>
          {grant.posts?.map((post) => term(Post, post)).join(language === "zh" ? "、" : ", ")}
        </Fact>
        <Fact name={text.purposes}>
          <Grounds numbers={grant.purposes} />
        </Fact>
        <Fact name={text.case}>
          {grant.caseNumber ? <Link href={`/case/${grant.caseNumber}`}>{grant.caseNumber}</Link> : null}
        </Fact>
        <Fact name={text.span}>
          <Moment at={grant.validFrom} /> {text.until} <Moment at={grant.validUntil} />
        </Fact>
        <Fact name={text.askedFor}>{grant.asked && <Cut asked={grant.asked} granted={grant} />}</Fact>
        <Fact name={text.asked}>
          <Event
            at={grant.requestedAt}
            by={`${nameOf(grant.requestedByUnit)} ${term(Post, grant.requestedByPost)}`}
            reason={grant.requestReason}
          />
        </Fact>
        <Fact name={text.decided}>
          {grant.decidedAt && (
            <Event at={grant.decidedAt} by={nameOf(grant.decidedByUnit)} reason={grant.decisionReason} />
          )}
        </Fact>
        <Fact name={text.revoked}>
          {grant.revokedAt && (
            <Event at={grant.revokedAt} by={nameOf(grant.revokedByUnit)} reason={grant.revocationReason} />
          )}
        </Fact>
      </Facts>
      {children}
    </article>
  );
}

/** Of what was asked for the parts of which less was granted. */
function Cut({ asked, granted }: { asked: ExtentFragment; granted: ExtentFragment }) {
  const text = useText(said);
  const { language } = useLanguage();
  const differs = (part: keyof ExtentFragment) => String(asked[part]) !== String(granted[part]);
  return (
    <>
      {differs("coordinates") ? (
        <div>
          {text.fields} {coordinatesText(asked.coordinates, language)}
        </div>
      ) : null}
      {differs("clear") ? (
        <div>
          {text.inClear} {asked.clear.length > 0 ? coordinatesText(asked.clear, language) : text.none}
        </div>
      ) : null}
      {differs("validFrom") || differs("validUntil") ? (
        <div>
          <Moment at={asked.validFrom} /> {text.until} <Moment at={asked.validUntil} />
        </div>
      ) : null}
      {differs("listMaximum") ? <div>{text.most(asked.listMaximum ?? usualList)}</div> : null}
    </>
  );
}
