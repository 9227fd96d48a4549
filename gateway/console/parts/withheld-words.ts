import type { Refusal } from "../graph/refusal.ts";
import { texts, useLanguage, useText } from "../language/language.tsx";
import { useHolder, useSession } from "../session/session.tsx";
import { withheldTexts } from "./withheld.text.ts";

const said = texts(
  {
    by: (owner: string) => `Withheld by: ${owner}.`,
    right: (right: string) => `Your post does not have this right: ${right}`,
    itsOwner: "its owner",
    askRight: (owner: string) =>
      `If your work needs it, ask ${owner} to have your post given the right, or ask somebody who has it.`,
    needed: (needed: string) => `It needs ${needed}.`,
    askRule: (owner: string) => `If your work needs it, speak to ${owner}.`,
  },
  {
    by: (owner: string) => `${owner}未开放。`,
    right: (right: string) => `您的岗位没有这项权限：${right}`,
    itsOwner: "数据责任单位",
    askRight: (owner: string) => `工作确需的，请向${owner}申请为您的岗位开通，或请有此权限的同事代查。`,
    needed: (needed: string) => `需要${needed}。`,
    askRule: (owner: string) => `工作确需的，请与${owner}联系。`,
  },
);

/**
 * Who withholds something, why, and what is to be done about it, in words instead of the graph's codes. Whose it is can
 * be left out where that is not known.
 */
export function useWithheldWords(): (refusal: Refusal, owner?: string) => string {
  const text = useText(said);
  const reasons = useText(withheldTexts);
  const { language } = useLanguage();
  const { config } = useSession();
  const resident = useHolder()?.post === "RESIDENT";
  return ({ details, message }, named) => {
    const owner = named ?? text.itsOwner;
    const { needed, neededZh, scopes } = details;
    const reason = String(details.reason ?? "");
    const sentences = named === undefined ? [] : [text.by(named)];
    if (reason === "NO_SCOPE") {
      const words = rightsFor(scopes, resident).flatMap((scope) => config?.scopes[scope]?.[language] ?? []);
      sentences.push(words.length > 0 ? text.right(words.join(" ")) : (reasons.NO_SCOPE ?? ""));
      if (!resident) sentences.push(text.askRight(owner));
    } else {
      sentences.push(reasons[reason] ?? message[language]);
    }
    if (reason === "OWNER_RULE") {
      const takes = language === "zh" ? neededZh : needed;
      if (typeof takes === "string") sentences.push(text.needed(takes));
      if (!resident) sentences.push(text.askRule(owner));
    }
    return sentences.join(language === "zh" ? "" : " ");
  };
}

/** Of the rights that would do, what residents have of their own is no official's. */
function rightsFor(scopes: unknown, resident: boolean): readonly string[] {
  const all = Array.isArray(scopes) ? scopes.map(String) : [];
  const fitting = all.filter((scope) => scope.endsWith(":self") === resident);
  return fitting.length > 0 ? fitting : all;
}
