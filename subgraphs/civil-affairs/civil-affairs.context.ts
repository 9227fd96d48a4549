import { dayOf } from "../shared/calendar.ts";
import { emptyPage } from "../shared/connection.ts";
import { loadByArguments, loadMany, loadOne } from "../shared/loader.ts";
import type { RequestScope } from "../shared/subgraph.ts";
import { AidStore } from "./aid/aid.store.ts";
import { CareFiguresStore } from "./care-figures/care-figures.store.ts";
import { DisabilityStore } from "./disability/disability.store.ts";
import { ElderlyLivingAloneStore } from "./elderly-living-alone/elderly-living-alone.store.ts";
import type { ElderlyLivingAlone } from "./elderly-living-alone/elderly-living-alone.ts";
import type { ElderlyListArgs } from "./elderly-living-alone/elderly-living-alone-input.ts";
import { ResidentsCommitteeStore } from "./residents-committee/residents-committee.store.ts";
import { reachInto } from "./visibility.ts";

/** What one request to civil affairs works with: its stores, restricted to the principal, and their loaders. */
export function civilAffairsContext({ database, principal, at, feed, columns }: RequestScope) {
  const today = dayOf(at);
  const aids = new AidStore(database, reachInto(principal, "Aid"), columns);
  const elderly = new ElderlyLivingAloneStore(
    database,
    reachInto(principal, "ElderlyLivingAlone"),
    today,
    columns,
  );
  const disabilities = new DisabilityStore(database, reachInto(principal, "Disability"), today, columns);
  const careFigures = new CareFiguresStore(database, today);
  const committees = new ResidentsCommitteeStore(database, today, columns);

  const residentId = ({ residentId }: { residentId: string }) => residentId;
  const communityCode = ({ communityCode }: { communityCode: string }) => communityCode;
  return {
    database,
    feed,
    principal,
    at,
    today,
    aids,
    elderly,
    load: {
      aid: loadOne(
        (numbers) => aids.byNumbers(numbers),
        ({ number }) => number,
      ),
      aidOfResident: loadMany((residents) => aids.ofResidents(residents), residentId),
      elderlyOfResident: loadOne((residents) => elderly.ofResidents(residents), residentId),
      elderlyOfGrid: loadByArguments(
        (grids, args: ElderlyListArgs) => elderly.ofGrids(grids, args),
        () => emptyPage<ElderlyLivingAlone>(),
      ),
      disabilityOfResident: loadOne((residents) => disabilities.ofResidents(residents), residentId),
      careCounts: loadOne(
        (codes) => careFigures.countsOf(codes),
        ({ code }) => code,
      ),
      committeeOfCommunity: loadOne((communities) => committees.inOffice(communities), communityCode),
      membersOfCommittee: loadMany((communities) => committees.membersInOffice(communities), communityCode),
    },
  };
}

export type CivilAffairsContext = ReturnType<typeof civilAffairsContext>;
