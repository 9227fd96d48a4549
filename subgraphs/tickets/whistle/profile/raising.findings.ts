import { found, type ProfileFinding } from "./profile-finding.ts";
import type { WhistleKindRules, WhistleRules } from "./whistle-profile.schema.ts";

/** Raising goes up one level at a time, to somebody who answers for the place, and must end (PG-8, ZY-15). */
export function raiseHoles({ kinds }: WhistleRules, kind: WhistleKindRules, path: string): ProfileFinding[] {
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
  if (next.level <= kind.level) {
    return [found("RAISE_NOT_HIGHER", path, `${next.code} is no higher level`, `${next.code} 并非更高一级`)];
  }
  const skipped = kinds.find(({ level }) => level > kind.level && level < next.level);
  if (skipped) {
    const en = `raising to ${next.code} passes over level ${skipped.level}`;
    return [found("RAISE_SKIPS_LEVEL", path, en, `升级至 ${next.code} 越过了第 ${skipped.level} 级`)];
  }
  if (next.blowers.length > 0 && next.blowers.every(({ body }) => body === "DEPARTMENT")) {
    const en = `only departments blow ${next.code}: nobody who answers for the place could take it up`;
    return [found("ESCALATES_TO_NOBODY", path, en, `${next.code} 仅部门可吹，属地无人可接续升级`)];
  }
  return [];
}
