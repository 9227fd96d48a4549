import { feedResolver } from "../shared/feed-resolver.ts";
import type { RequestScope, SubgraphDefinition } from "../shared/subgraph.ts";
import { endTerm } from "./aid/aid.lifecycle.ts";
import { AidResolver, ResidentAidResolver } from "./aid/aid.resolver.ts";
import { stopEnded } from "./aid/aid.store.ts";
import { Aid } from "./aid/aid.ts";
import {
  DivisionCareFiguresResolver,
  GridCareFiguresResolver,
} from "./care-figures/care-figures.resolver.ts";
import { type CivilAffairsContext, civilAffairsContext } from "./civil-affairs.context.ts";
import { civilAffairsErrors } from "./civil-affairs.errors.ts";
import { ResidentDisabilityResolver } from "./disability/disability.resolver.ts";
import { Disability } from "./disability/disability.ts";
import {
  ElderlyLivingAloneResolver,
  GridElderlyLivingAloneResolver,
  ResidentElderlyLivingAloneResolver,
} from "./elderly-living-alone/elderly-living-alone.resolver.ts";
import { ElderlyLivingAlone } from "./elderly-living-alone/elderly-living-alone.ts";
import { Aid1700000008000 } from "./migrations/1700000008000-aid.ts";
import { ElderlyLivingAlone1700000008100 } from "./migrations/1700000008100-elderly-living-alone.ts";
import { Disabilities1700000008200 } from "./migrations/1700000008200-disabilities.ts";
import { ResidentsCommittees1700000008300 } from "./migrations/1700000008300-residents-committees.ts";
import { Division, Grid, Resident } from "./references.ts";
import { CommitteeMember } from "./residents-committee/committee-member.ts";
import {
  DivisionResidentsCommitteeResolver,
  ResidentsCommitteeResolver,
} from "./residents-committee/residents-committee.resolver.ts";
import { ResidentsCommittee } from "./residents-committee/residents-committee.ts";
import { deletePastRetention } from "./retention/retention.store.ts";
import { sightOf } from "./sight.ts";
import { owner } from "./visibility.ts";

/** Aid, the elderly who live alone, disabilities, residents' committees. Owner: the civil affairs bureau (民政局). */
export const civilAffairs: SubgraphDefinition<CivilAffairsContext> = {
  name: "civil-affairs",
  owner,
  ownerZh: "民政局",
  resolvers: [
    AidResolver,
    ResidentAidResolver,
    ElderlyLivingAloneResolver,
    ResidentElderlyLivingAloneResolver,
    GridElderlyLivingAloneResolver,
    ResidentDisabilityResolver,
    DivisionCareFiguresResolver,
    GridCareFiguresResolver,
    ResidentsCommitteeResolver,
    DivisionResidentsCommitteeResolver,
    feedResolver("civilAffairsFeed", {
      tells: "Every step of aid and every deletion, without personal data",
      tellsZh: "民政",
    }),
  ],
  types: [Resident, Grid, Division],
  references: {
    Aid: ({ number }: { number: string }, { load }) => load.aid.load(number),
    ElderlyLivingAlone: ({ residentId }: { residentId: string }, { load }) =>
      load.elderlyOfResident.load(residentId),
    Disability: ({ residentId }: { residentId: string }, { load }) =>
      load.disabilityOfResident.load(residentId),
    Resident: (reference: Resident) => Object.assign(new Resident(), reference),
    Grid: (reference: Grid) => Object.assign(new Grid(), reference),
    Division: (reference: Division) => Object.assign(new Division(), reference),
  },
  entities: [Aid, ElderlyLivingAlone, Disability, ResidentsCommittee, CommitteeMember],
  migrations: [
    Aid1700000008000,
    ElderlyLivingAlone1700000008100,
    Disabilities1700000008200,
    ResidentsCommittees1700000008300,
  ],
  errors: civilAffairsErrors,
  context: civilAffairsContext,
  sightOf,
  upkeep: doWhatFellDue,
};

/** Temporary aid ends with its last day; what may not be kept any longer is deleted. */
async function doWhatFellDue({ database, principal, at }: RequestScope): Promise<void> {
  if (!principal) return;
  const actor = { principal, at };
  await stopEnded(database, actor, (aid) => endTerm(aid, at));
  await deletePastRetention(database, actor);
}
