import { ArgsType, Field, Int, ObjectType } from "type-graphql";
import { maximumPageSize } from "../../shared/connection.ts";
import { refuse } from "../../shared/errors.ts";
import type { CaseKey } from "./case-args.ts";

@ObjectType({
  description: `What is known of one matter (案件): its tickets and whistles as far as you may see them, and what they are about, which other departments hold and tell by their own rules. What they are about is read from the latest ${maximumPageSize} tickets that you may see, latest first; what the case was looked up by comes before that. An entry is null where its owner knows of none, or cannot be asked.`,
})
export class Case {
  readonly key: CaseKey;

  constructor(key: CaseKey) {
    this.key = key;
  }
}

@ArgsType()
export class LatestArgs {
  @Field(() => Int, { defaultValue: 20, description: `How many, 1 to ${maximumPageSize} (条数)` })
  first: number;
}

/** How many were asked for, where that is no more than one answer gives. */
export function rows(first: number): number {
  if (first >= 1 && first <= maximumPageSize) return first;
  throw refuse("PAGE_TOO_LARGE", { asked: first, maximum: maximumPageSize });
}
