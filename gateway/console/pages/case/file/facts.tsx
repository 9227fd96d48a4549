import type { ReactNode } from "react";
import { type Refusal, refusalAt } from "../../../graph/refusal.ts";
import { PartMark } from "../departments/part-mark.tsx";
import classes from "./facts.module.css";

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  /** Where in the answer it is, so that a missing value says why. */
  readonly path?: Refusal["path"];
}

/** Names and values. What is missing is none, withheld or not to be had, and says which. */
export function Facts({
  facts,
  refusals = [],
  wide = false,
}: {
  facts: readonly Fact[];
  refusals?: readonly Refusal[];
  /** Each takes the whole width: sentences rather than words. */
  wide?: boolean;
}) {
  return (
    <dl className={classes.facts} data-wide={wide || undefined}>
      {facts.map(({ name, value, path }) => {
        const refusal = path && value == null ? refusalAt(refusals, ...path) : undefined;
        return (
          <div key={name} className={classes.fact}>
            <dt>{name}</dt>
            <dd>
              {refusal ? (
                <PartMark state={refusal.fault === "SYSTEM" ? "DOWN" : "WITHHELD"} />
              ) : (
                (value ?? "—")
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
