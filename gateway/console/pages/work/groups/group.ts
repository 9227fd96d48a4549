import type { Said } from "../../../language/language.tsx";
import type { WorkDemandsQueryVariables } from "../lists/demands.graphql.ts";
import type { WorkEvaluationsQueryVariables } from "../lists/evaluations.graphql.ts";
import type { WorkMediationsQueryVariables } from "../lists/mediations.graphql.ts";
import type { WorkNegativeListQueryVariables } from "../lists/negative-list.graphql.ts";
import type { WorkPowerGrantsQueryVariables } from "../lists/power-grants.graphql.ts";
import type { WorkWhistlesQueryVariables } from "../lists/whistles.graphql.ts";

export type TicketFilter = WorkDemandsQueryVariables["filter"];
export type WhistleFilter = WorkWhistlesQueryVariables["filter"];

/** What a group lists: rows of one kind, by the graph's own filter. */
export type Listed =
  | { readonly of: "tickets"; readonly filter: TicketFilter; readonly order?: "DUE_FIRST" | "OLDEST" }
  | { readonly of: "demands"; readonly filter: TicketFilter }
  | { readonly of: "whistles"; readonly filter: WhistleFilter }
  | { readonly of: "callBacks"; readonly division: string | null }
  | { readonly of: "evaluations"; readonly filter: WorkEvaluationsQueryVariables["filter"] }
  | { readonly of: "negativeList"; readonly filter: WorkNegativeListQueryVariables["filter"] }
  | { readonly of: "mediations"; readonly filter: WorkMediationsQueryVariables["filter"] }
  | { readonly of: "gridTasks"; readonly division: string; readonly grid: string | null }
  | { readonly of: "grants" }
  | { readonly of: "powerGrants"; readonly filter: WorkPowerGrantsQueryVariables["filter"] }
  | { readonly of: "members"; readonly within: string };

/** Something that waits for somebody, of one sort. */
export interface Group {
  /** As it stands in the address bar. */
  readonly id: string;
  readonly name: Said<string>;
  /** What is in it and what one does with it. */
  readonly about: Said<string>;
  readonly listed: Listed;
}
