import { feedResolver } from "../shared/feed-resolver.ts";
import type { SubgraphDefinition } from "../shared/subgraph.ts";
import { FacilityResolver, GridFacilitiesResolver } from "./facility/facility.resolver.ts";
import { Facility } from "./facility/facility.ts";
import { Facilities1700000000000 } from "./migrations/1700000000000-facilities.ts";
import { Grid } from "./references.ts";
import { type TemplateContext, templateContext } from "./template.context.ts";
import { templateErrors } from "./template.errors.ts";
import { owner } from "./visibility.ts";

/** Facility records. Owner: template office (示例单位). */
export const template: SubgraphDefinition<TemplateContext> = {
  name: "template",
  owner,
  ownerZh: "示例单位",
  resolvers: [
    FacilityResolver,
    GridFacilitiesResolver,
    feedResolver("templateFeed", { tells: "Every Facility put on record", tellsZh: "示例设施" }),
  ],
  types: [Grid],
  references: {
    Facility: ({ number }: { number: string }, { load }) => load.facility.load(number),
    Grid: (reference: Grid) => Object.assign(new Grid(), reference),
  },
  entities: [Facility],
  migrations: [Facilities1700000000000],
  errors: templateErrors,
  context: templateContext,
};
