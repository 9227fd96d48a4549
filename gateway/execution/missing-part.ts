import type { Details } from "../../subgraphs/shared/errors.ts";
import type { Reason } from "./failures.ts";

/** What the codes of its owner's units end in, by subgraph; of one that does not say there is none. */
export type Owners = ReadonlyMap<string, string | undefined>;

/**
 * Whatever an answer lacks says in one way whose part it is, withheld or not to be had: in `details`, the subgraph and its
 * owner. A subgraph that withholds by a rule of its owner's need not say so.
 *
 * @param subgraph whose part it is, unless the reason itself names another
 */
export function ofMissingPart(reason: Reason, subgraph: string | undefined, owners: Owners): Reason {
  const { code, fault, details = {} } = (reason.extensions ?? {}) as Said;
  const isWithheld = code === "WITHHELD";
  if (!isWithheld && fault !== "SYSTEM") return reason;
  const whose = typeof details.subgraph === "string" ? details.subgraph : subgraph;
  if (whose === undefined) return reason;
  const owner = owners.get(whose);
  const named = {
    ...(isWithheld && { reason: "OWNER_RULE" }),
    ...details,
    subgraph: whose,
    ...(owner && { owner }),
  };
  return { ...reason, extensions: { ...reason.extensions, details: named } };
}

interface Said {
  readonly code?: string;
  readonly fault?: string;
  readonly details?: Details;
}
