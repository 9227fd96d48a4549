import { type Said, texts } from "../../../language/language.tsx";
import { dayOf } from "../../../language/time.ts";
import { type Extent, extentInput, extentProblems, type Problem, usualList } from "../extent.ts";
import type { ApproveGrantMutationVariables } from "./approve-grant.graphql.ts";
import type { ExtentFragment } from "./grants.graphql.ts";

type Narrowed = NonNullable<ApproveGrantMutationVariables["narrowed"]>;

const said = {
  from: texts("Not before the day asked for", "不得早于申请的生效日期"),
  until: texts("Not after the day asked for", "不得晚于申请的失效日期"),
  most: texts("Not more than asked for", "不得超过申请的上限"),
} satisfies Record<string, Said<string>>;

const mostOf = ({ listMaximum }: Extent) => (listMaximum === "" ? usualList : Number(listMaximum));

/** What was asked for, as a form has it. */
export const askedOf = ({
  coordinates,
  clear,
  validFrom,
  validUntil,
  listMaximum,
}: ExtentFragment): Extent => ({
  coordinates,
  clear,
  validFrom: dayOf(validFrom),
  validUntil: dayOf(validUntil),
  listMaximum: listMaximum ?? "",
});

export function narrowProblems(
  granted: Extent,
  asked: Extent,
  today: string,
): Readonly<Record<keyof Extent, Problem>> {
  const problems = extentProblems(granted, today);
  return {
    ...problems,
    validFrom: problems.validFrom ?? (granted.validFrom < asked.validFrom ? said.from : null),
    validUntil: problems.validUntil ?? (granted.validUntil > asked.validUntil ? said.until : null),
    listMaximum: problems.listMaximum ?? (mostOf(granted) > mostOf(asked) ? said.most : null),
  };
}

const parts = ["coordinates", "clear", "validFrom", "validUntil"] as const;

/** What was taken away and chosen again stands last, and is no other choice. */
const chosen = (part: Extent[(typeof parts)[number]]): string => [part].flat().toSorted().join(" ");

/** What was cut of what was asked for, and nothing else; undefined where nothing was. */
export function narrowedInput(granted: Extent, asked: Extent): Narrowed | undefined {
  const input = extentInput(granted);
  const cut = parts.filter((part) => chosen(granted[part]) !== chosen(asked[part]));
  const narrowed: Narrowed = {
    ...Object.fromEntries(cut.map((part) => [part, input[part]])),
    ...(mostOf(granted) === mostOf(asked) ? {} : { listMaximum: mostOf(granted) }),
  };
  return Object.keys(narrowed).length > 0 ? narrowed : undefined;
}
