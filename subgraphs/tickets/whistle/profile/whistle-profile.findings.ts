import { z } from "zod";
import { checkWorkingHours, TimeLimitUnit } from "../../../shared/calendar.ts";
import { codesOf, found, outOfOffice, type ProfileFinding, repeated } from "./profile-finding.ts";
import { raiseHoles } from "./raising.findings.ts";
import { kindHoles } from "./whistle-kind.findings.ts";
import { type WhistleRules, whistleProfileSchema } from "./whistle-profile.schema.ts";

export type ProfileCheck =
  | { readonly success: true; readonly rules: WhistleRules }
  | { readonly success: false; readonly findings: readonly ProfileFinding[] };

/** Judges a profile: its shape, then whether a whistle of every kind can be blown, answered, timed and ended. */
export function checkProfile(document: unknown): ProfileCheck {
  const shape = whistleProfileSchema.safeParse(document);
  if (!shape.success) return { success: false, findings: shapeFindings(document, shape.error.issues) };
  const findings = holes(shape.data);
  return findings.length > 0 ? { success: false, findings } : { success: true, rules: shape.data };
}

const inChinese = z.locales.zhCN().localeError;

/** The holes people make most often deserve a name of their own; the rest is told in the schema's words. */
function shapeFindings(document: unknown, issues: readonly z.core.$ZodIssue[]): ProfileFinding[] {
  const { error } = whistleProfileSchema.safeParse(document, { error: inChinese });
  return issues.flatMap((issue, index) => shapeFinding(issue, error?.issues[index]?.message ?? ""));
}

function shapeFinding(issue: z.core.$ZodIssue, zh: string): ProfileFinding[] {
  const path = issue.path.join(".");
  const [last, before] = [String(issue.path.at(-1)), String(issue.path.at(-2))];
  if (
    issue.code === "invalid_value" &&
    /^(posts|answeredBy|screenedBy|arbiters|misuseRuledBy)$/.test(before)
  ) {
    return [found("UNKNOWN_POST", path, "this is no post a person holds", "没有这一岗位")];
  }
  if (issue.code === "invalid_value" && before === "kinds") {
    return [found("UNKNOWN_UNIT_KIND", path, "this is no kind of unit", "没有这一单位类型")];
  }
  if (issue.code === "invalid_value" && last === "unit") {
    const en = "a clock counts minutes, hours, working hours or days";
    return [found("CLOCK_WITHOUT_UNIT", path, en, "时限须注明单位：分钟、小时、工作时、工作日或自然日")];
  }
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const at = path === "" ? key : `${path}.${key}`;
      return found("UNKNOWN_KEY", at, `a profile has no "${key}" here`, `此处没有“${key}”这一项`);
    });
  }
  return [found("SHAPE", path, issue.message, `格式不符：${zh}`)];
}

function holes(profile: WhistleRules): ProfileFinding[] {
  const { kinds, themes, sources, texts = [] } = profile;
  return [
    ...repeated(codesOf(kinds), "kinds"),
    ...repeated(codesOf(themes), "themes"),
    ...repeated(codesOf(sources), "sources"),
    ...repeated(
      texts.map(({ rule }) => rule),
      "texts",
      "rule",
    ),
    ...decidingHoles(profile),
    ...workingHoursHoles(profile),
    ...ruleHoles(profile),
    ...centreHoles(profile),
    ...kinds.flatMap((kind, index) => kindHoles(profile, kind, `kinds.${index}`)),
    ...kinds.flatMap((kind, index) => raiseHoles(profile, kind, `kinds.${index}.raisesTo`)),
  ];
}

function decidingHoles({ arbiters, misuseRuledBy }: WhistleRules): ProfileFinding[] {
  return [
    ...(arbiters.length > 0
      ? []
      : [found("NOBODY_DECIDES", "arbiters", "nobody decides disputes", "争议无人裁决")]),
    ...(misuseRuledBy.length > 0
      ? []
      : [found("NOBODY_DECIDES", "misuseRuledBy", "nobody rules on misuse", "乱吹哨无人认定")]),
    ...outOfOffice(arbiters, "arbiters"),
    ...outOfOffice(misuseRuledBy, "misuseRuledBy"),
  ];
}

function workingHoursHoles({ workingHours, kinds }: WhistleRules): ProfileFinding[] {
  const counted = kinds.some(({ clocks }) => clocks.some(({ unit }) => unit === TimeLimitUnit.WORKING_HOURS));
  if (!counted && workingHours.length === 0) return [];
  const finding = checkWorkingHours(workingHours);
  return finding ? [found("WORKING_HOURS_MISSING", "workingHours", finding.en, finding.zh)] : [];
}

/** Where a profile tells the texts of its rules, it cites no other. */
function ruleHoles({ texts, kinds, themes, sources }: WhistleRules): ProfileFinding[] {
  if (!texts) return [];
  const known = texts.map(({ rule }) => rule);
  const cited: [path: string, rule: string][] = [
    ...citedIn(themes, "themes"),
    ...citedIn(sources, "sources"),
    ...citedIn(kinds, "kinds"),
    ...kinds.flatMap(({ assembly, clocks, checkpoints }, index) => [
      ...citedIn(assembly, `kinds.${index}.assembly`),
      ...clocks.flatMap(({ rule }, at): [string, string][] =>
        rule ? [[`kinds.${index}.clocks.${at}.rule`, rule]] : [],
      ),
      ...(checkpoints?.rule
        ? [[`kinds.${index}.checkpoints.rule`, checkpoints.rule] satisfies [string, string]]
        : []),
    ]),
  ];
  return cited
    .filter(([, rule]) => !known.includes(rule))
    .map(([path, rule]) =>
      found("UNKNOWN_RULE", path, `the text of ${rule} is not told in texts`, `texts 中没有 ${rule} 的原文`),
    );
}

const citedIn = (named: readonly { readonly rules: readonly string[] }[], path: string) =>
  named.flatMap(({ rules }, index) =>
    rules.map((rule, at): [string, string] => [`${path}.${index}.rules.${at}`, rule]),
  );

/** A district without a command centre leaves it nothing to do. */
function centreHoles({ commandCentre = true, kinds }: WhistleRules): ProfileFinding[] {
  if (commandCentre) return [];
  const left = kinds.flatMap(({ blowers, filedWith, confirmedBy, evaluatedBy, lead }, index) => [
    ...blowers.flatMap(({ body }, at) => (body === "CENTRE" ? [`kinds.${index}.blowers.${at}.body`] : [])),
    ...lead.kinds.flatMap((kind, at) =>
      kind === "COMMAND_CENTRE" ? [`kinds.${index}.lead.kinds.${at}`] : [],
    ),
    ...filedWith.flatMap((level, at) => (level === "CENTRE" ? [`kinds.${index}.filedWith.${at}`] : [])),
    ...(confirmedBy === "CENTRE" ? [`kinds.${index}.confirmedBy`] : []),
    ...(evaluatedBy === "CENTRE" ? [`kinds.${index}.evaluatedBy`] : []),
  ]);
  const en = "the district has no command centre (commandCentre is false)";
  return left.map((path) =>
    found("NO_COMMAND_CENTRE", path, en, "本区没有指挥中心（commandCentre 为 false）"),
  );
}
