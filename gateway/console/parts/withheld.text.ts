import { texts } from "../language/language.tsx";

/** Why something is withheld and what to do about it, by the reason the gateway gives. */
export const withheldTexts = texts<Readonly<Record<string, string>>>(
  {
    NO_BASIS: "It is opened on a lawful basis only. State on the case's page what you look it up for.",
    BASIS_NOT_IN_FORCE: "The basis stated is on no list of your unit today, or the agreement is not yours.",
    NO_GRANTS:
      "Nothing is granted to your unit for this basis and case, and no rule opens it to whoever is called.",
    NO_SCOPE: "Your post does not have the right to it.",
    OWNER_RULE: "The owner tells it to certain posts, or of certain rows, alone.",
    LIST_TOO_LARGE: "There are more rows than may be given at once.",
    UNDECIDED_POLICY: "The rule set for it cannot be judged, so it stays closed. Tell its owner.",
    STEWARDSHIP_DOWN:
      "Grants cannot be read just now, and what is not known to be granted is not. Try again.",
  },
  {
    NO_BASIS: "须凭合法依据开放，请先在案件页面注明查询依据。",
    BASIS_NOT_IN_FORCE: "所注明的依据今日不在本单位清单上，或本单位不是该协议一方。",
    NO_GRANTS: "就该依据和本案未授权本单位，也没有规则向案内单位开放。",
    NO_SCOPE: "您的岗位没有查看该项的权限。",
    OWNER_RULE: "数据责任单位只向特定岗位或就特定记录提供。",
    LIST_TOO_LARGE: "条数超过一次可提供的上限。",
    UNDECIDED_POLICY: "所设开放规则无法判定，暂不开放，请告知数据责任单位。",
    STEWARDSHIP_DOWN: "暂时无法读取授权，未确认授权的内容不予提供，请稍后重试。",
  },
);

/** Reasons that a grant of the owner's would end. */
export const endedByGrant: ReadonlySet<string> = new Set([
  "NO_BASIS",
  "BASIS_NOT_IN_FORCE",
  "NO_GRANTS",
  "LIST_TOO_LARGE",
]);
