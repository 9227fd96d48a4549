import type { Details } from "../../subgraphs/shared/refusal.ts";
import type { Owner } from "../supergraph/supergraph.ts";
import type { Reason } from "./failures.ts";

/** By subgraph; of one that does not say there is none. */
export type Owners = ReadonlyMap<string, Owner | undefined>;

/**
 * Whatever an answer lacks says in one way whose part it is, withheld or not to be had: in `details`, the subgraph and its
 * owner, by code and in Chinese. A subgraph that withholds by a rule of its owner's need not say so.
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
    ...(owner && { owner: owner.code, ownerZh: owner.nameZh }),
  };
  const extensions = { ...reason.extensions, details: named };
  return { ...reason, extensions: owner ? namedInChinese(extensions, whose, owner) : extensions };
}

/** In Chinese the owner goes by name; what is to be said was written where nothing but the subgraph is known. */
function namedInChinese(
  { messageZh, details, ...rest }: Said,
  subgraph: string,
  { nameZh }: Owner,
): Record<string, unknown> {
  // Elsewhere than in a coordinate, such as `Query.tickets`.
  const mentioned = new RegExp(` ?(?<![\\w.-])${subgraph}(?![\\w.-]) ?`, "g");
  const named = (text: string): string => text.replace(mentioned, nameZh);
  const neededZh = details?.neededZh;
  return {
    ...rest,
    ...(messageZh !== undefined && { messageZh: named(messageZh) }),
    details: { ...details, ...(typeof neededZh === "string" && { neededZh: named(neededZh) }) },
  };
}

interface Said {
  readonly code?: string;
  readonly fault?: string;
  readonly messageZh?: string;
  readonly details?: Details;
}
