import type { Day } from "./calendar.ts";

/**
 * An owner lets another subgraph compute with a field of its own (`@requires`) (字段使用同意). It stands in the owner's
 * definition, so that nobody but the owner gives it, and nothing composes where it lacks.
 */
export interface Consent {
  /** `Type.field` of the owner's. */
  readonly field: string;
  /** The subgraph that computes with it. */
  readonly to: string;
  /** `Type.field` that is computed. */
  readonly for: string;
  /** What the value serves there (用途). */
  readonly purpose: string;
  readonly since: Day;
}
