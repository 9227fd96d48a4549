import { dayOf } from "../../../shared/calendar.ts";
import type { Actor } from "../../../shared/move.ts";
import { districtOf, Post } from "../../../shared/principal.ts";
import { forbidden } from "../../../shared/refusal.ts";
import { refuse } from "../whistle.errors.ts";
import { checkProfileText } from "./profile-text.ts";
import type { WhistleRules } from "./whistle-profile.schema.ts";

const maximumCharacters = 200_000;

/**
 * 载入吹哨规则: the list keeper of a district puts a version of its profile into force from a day that is not over yet.
 * What is loaded already is not judged here: a version never changes.
 */
export function judgeProfile(text: string, { principal, at }: Actor): WhistleRules {
  if (principal.post !== Post.LIST_KEEPER) {
    throw forbidden("GZ-11", principal, {
      en: "a district's whistle profile is loaded by its list keeper",
      zh: "本区吹哨规则由清单管理员载入",
      posts: [Post.LIST_KEEPER],
    });
  }
  if (text.length > maximumCharacters)
    throw refuse("WHISTLE_PROFILE_TOO_LONG", { maximum: maximumCharacters, given: text.length });
  const check = checkProfileText(text);
  if (!check.success) {
    const findings = check.findings.map(({ line, column, code, path, en, zh }) => ({
      line,
      column,
      code,
      path,
      message: en,
      messageZh: zh,
    }));
    throw refuse("WHISTLE_PROFILE_HOLES", { holes: findings.length, findings });
  }
  const { rules } = check;
  const own = districtOf(principal.division);
  if (rules.district !== own) throw refuse("WHISTLE_PROFILE_OF_OTHERS", { own, district: rules.district });
  const today = dayOf(at);
  if (rules.validFrom < today)
    throw refuse("WHISTLE_PROFILE_IN_THE_PAST", {
      today,
      day: rules.validFrom,
      ...check.placeOf("validFrom"),
    });
  return rules;
}
