import type { z } from "zod";
import { checkWorkingHours, TimeLimitUnit } from "../../../shared/calendar.ts";
import { Post } from "../../../shared/principal.ts";
import {
  type ClockRules,
  type WhistleKindRules,
  type WhistleRules,
  whistleProfileSchema,
} from "./whistle-profile.schema.ts";

/** A hole in a profile: where, and what a whistle blown under it would stumble over. */
export interface ProfileFinding {
  readonly code: string;
  /** From the root of the document, e.g. `kinds.2.clocks.0.unit`. */
  readonly path: string;
  readonly en: string;
  readonly zh: string;
}

export type ProfileCheck =
  | { readonly success: true; readonly rules: WhistleRules }
  | { readonly success: false; readonly findings: readonly ProfileFinding[] };

/** Judges a profile: its shape, then whether a whistle of every kind can be blown, answered, timed and ended. */
export function checkProfile(document: unknown): ProfileCheck {
  const shape = whistleProfileSchema.safeParse(document);
  if (!shape.success) return { success: false, findings: shape.error.issues.map(shapeFinding) };
  const findings = holes(shape.data);
  return findings.length > 0 ? { success: false, findings } : { success: true, rules: shape.data };
}

/** The holes people make most often deserve a name of their own; the rest is told in the schema's words. */
function shapeFinding(issue: z.core.$ZodIssue): ProfileFinding {
  const path = issue.path.join(".");
  const [last, before] = [String(issue.path.at(-1)), String(issue.path.at(-2))];
  if (
    issue.code === "invalid_value" &&
    /^(posts|answeredBy|screenedBy|arbiters|misuseRuledBy)$/.test(before)
  ) {
    return found("UNKNOWN_POST", path, "this is no post a person holds", "没有这一岗位");
  }
  if (issue.code === "invalid_value" && before === "kinds") {
    return found("UNKNOWN_UNIT_KIND", path, "this is no kind of unit", "没有这一单位类型");
  }
  if (issue.code === "invalid_value" && last === "unit") {
    const zh = "时限须注明单位：分钟、小时、工作时、工作日或自然日";
    return found("CLOCK_WITHOUT_UNIT", path, "a clock counts minutes, hours, working hours or days", zh);
  }
  return found("SHAPE", path, issue.message, `格式不符：${issue.message}`);
}

const found = (code: string, path: string, en: string, zh: string): ProfileFinding => ({
  code,
  path,
  en,
  zh,
});

function holes(profile: WhistleRules): ProfileFinding[] {
  const codes = profile.kinds.map(({ code }) => code);
  return [
    ...repeated(codes, "kinds"),
    ...repeated(
      profile.themes.map(({ code }) => code),
      "themes",
    ),
    ...repeated(
      profile.sources.map(({ code }) => code),
      "sources",
    ),
    ...nobody(profile.arbiters, "NOBODY_DECIDES", "arbiters", "nobody decides disputes", "争议无人裁决"),
    ...nobody(
      profile.misuseRuledBy,
      "NOBODY_DECIDES",
      "misuseRuledBy",
      "nobody rules on misuse",
      "乱吹哨无人认定",
    ),
    ...workingHoursHoles(profile),
    ...profile.kinds.flatMap((kind, index) => kindHoles(profile, kind, `kinds.${index}`)),
    ...profile.kinds.flatMap((kind, index) => raiseHoles(profile, kind, `kinds.${index}.raisesTo`)),
  ];
}

const repeated = (codes: readonly string[], path: string): ProfileFinding[] =>
  codes.flatMap((code, index) =>
    codes.indexOf(code) === index
      ? []
      : [found("DUPLICATE_CODE", `${path}.${index}.code`, `${code} is there twice`, `${code} 重复`)],
  );

const nobody = (
  posts: readonly Post[],
  code: string,
  path: string,
  en: string,
  zh: string,
): ProfileFinding[] => (posts.length > 0 ? [] : [found(code, path, en, zh)]);

function workingHoursHoles({ workingHours, kinds }: WhistleRules): ProfileFinding[] {
  const counted = kinds.some(({ clocks }) => clocks.some(({ unit }) => unit === TimeLimitUnit.WORKING_HOURS));
  if (!counted && workingHours.length === 0) return [];
  const finding = checkWorkingHours(workingHours);
  return finding ? [found("WORKING_HOURS_MISSING", "workingHours", finding.en, finding.zh)] : [];
}

function kindHoles(profile: WhistleRules, kind: WhistleKindRules, path: string): ProfileFinding[] {
  const findings: ProfileFinding[] = [];
  const hole = (code: string, at: string, en: string, zh: string) =>
    findings.push(found(code, `${path}.${at}`, en, zh));

  if (kind.blowers.length === 0) hole("NOBODY_MAY_BLOW", "blowers", "nobody may blow it", "无人可吹此哨");
  if (kind.answeredBy.length === 0)
    hole("NOBODY_MAY_ANSWER", "answeredBy", "nobody may answer it", "无人应哨");
  if (kind.blowers.some(({ screened }) => screened) && kind.screenedBy.length === 0) {
    hole("NOBODY_SCREENS", "screenedBy", "a screened whistle would wait for ever", "须筛选的哨无人筛选");
  }
  if (kind.blowers.some(({ posts, screened }) => posts.includes(Post.RESIDENT) && !screened)) {
    const zh = "居民吹哨须先筛选入池";
    hole("RESIDENT_UNSCREENED", "blowers", "residents' whistles are screened first (PG-9)", zh);
  }
  if (kind.assisting.min > kind.assisting.max) {
    hole(
      "TARGETS_IMPOSSIBLE",
      "assisting",
      "it needs more assisting units than it allows",
      "协办单位下限大于上限",
    );
  }
  if (
    (kind.requires.verification || kind.blowers.some(({ handlesTicket }) => handlesTicket)) &&
    !kind.requires.ticket
  ) {
    const en = "verification and handling are facts of a ticket, and none is required";
    hole("TICKET_NOT_REQUIRED", "requires.ticket", en, "核实与承办均以工单为据，而此哨不要求工单");
  }
  for (const list of ["themes", "taskForceFor"] as const) {
    const known = list === "themes" ? profile.themes.map(({ code }) => code) : kind.themes;
    kind[list].forEach((code, index) => {
      if (!known.includes(code))
        hole("UNKNOWN_THEME", `${list}.${index}`, `there is no theme ${code}`, `没有主题 ${code}`);
    });
  }
  kind.clocks.forEach((clock, index) => {
    findings.push(...clockHoles(kind, clock, `${path}.clocks.${index}`));
    if (kind.clocks.findIndex(({ step }) => step === clock.step) !== index) {
      hole(
        "DUPLICATE_CLOCK",
        `clocks.${index}.step`,
        `${clock.step} has two clocks`,
        `${clock.step} 有两个时限`,
      );
    }
  });
  if (kind.checkpoints) {
    findings.push(...originHoles(kind, kind.checkpoints, `${path}.checkpoints`));
    const { after } = kind.checkpoints;
    if (after.some((days, index) => index > 0 && days <= (after[index - 1] ?? 0))) {
      hole("CHECKPOINTS_NOT_RISING", "checkpoints.after", "checkpoints follow one another", "节点须依次递增");
    }
  }
  return [
    ...findings,
    ...repeated(
      kind.assembly.map(({ code }) => code),
      `${path}.assembly`,
    ),
  ];
}

function clockHoles(kind: WhistleKindRules, clock: ClockRules, path: string): ProfileFinding[] {
  const findings = originHoles(kind, clock, path);
  const inDays = clock.unit === TimeLimitUnit.WORKING_DAYS || clock.unit === TimeLimitUnit.CALENDAR_DAYS;
  if (inDays && !Number.isInteger(clock.amount)) {
    findings.push(found("CLOCK_FRACTION", `${path}.amount`, "days are counted whole", "天数须为整数"));
  }
  return findings;
}

function originHoles(
  kind: WhistleKindRules,
  { rule, configured, escalatesTo }: Pick<ClockRules, "rule" | "configured" | "escalatesTo">,
  path: string,
): ProfileFinding[] {
  const findings: ProfileFinding[] = [];
  if (rule === undefined && configured === undefined) {
    const en = "say which rule states the number, or that it was chosen and why";
    findings.push(found("CLOCK_WITHOUT_ORIGIN", path, en, "须注明数字所依据的规则，或注明系自行设定及理由"));
  }
  if (escalatesTo === "NEXT_LEVEL" && kind.raisesTo === null) {
    const en = "it escalates to the next level, and there is none";
    findings.push(found("ESCALATES_NOWHERE", `${path}.escalatesTo`, en, "升级至上一级，而上一级不存在"));
  }
  return findings;
}

/** Raising goes up one level at a time and must end (PG-8, ZY-15). */
function raiseHoles({ kinds }: WhistleRules, kind: WhistleKindRules, path: string): ProfileFinding[] {
  if (kind.raisesTo === null) return [];
  const next = kinds.find(({ code }) => code === kind.raisesTo);
  if (!next)
    return [found("UNKNOWN_KIND", path, `there is no kind ${kind.raisesTo}`, `没有哨种 ${kind.raisesTo}`)];
  const passed = new Set<string>();
  for (
    let at: WhistleKindRules | undefined = kind;
    at;
    at = kinds.find(({ code }) => code === at?.raisesTo)
  ) {
    if (passed.has(at.code)) {
      const way = [...passed, at.code].join(" → ");
      return [found("RAISE_LOOP", path, `raising goes round: ${way}`, `升级成环：${way}`)];
    }
    passed.add(at.code);
  }
  if (next.level > kind.level) return [];
  return [found("RAISE_NOT_HIGHER", path, `${next.code} is no higher level`, `${next.code} 并非更高一级`)];
}
