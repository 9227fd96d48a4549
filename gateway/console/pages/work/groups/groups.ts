import type { Holder } from "../../../session/holder.ts";
import type { Group } from "./group.ts";
import {
  blowersToEvaluate,
  callBacks,
  callBacksSeen,
  entriesAgainst,
  evaluationsDue,
  evaluationsToFile,
  grantsToDecide,
  gridTasks,
  mediations,
  mediationsUnderWay,
  negativeListToDecide,
  ownDemands,
  powersToApprove,
  powersToList,
  powersToReview,
} from "./other-groups.ts";
import {
  centreTickets,
  communityTickets,
  overdueTickets,
  placeTickets,
  unitTickets,
} from "./ticket-groups.ts";
import {
  whistlesBlown,
  whistlesContested,
  whistlesLate,
  whistlesOfCentre,
  whistlesThatCall,
  whistlesToScreen,
} from "./whistle-groups.ts";

const community = (holder: Holder): readonly Group[] => [
  ...communityTickets(holder),
  ...whistlesThatCall(holder),
  ...unitTickets(holder),
  ...whistlesToScreen,
  ...whistlesBlown(holder),
  ...evaluationsDue(holder),
  ...mediations(holder),
  ...gridTasks(holder),
  ...entriesAgainst(holder),
  ...placeTickets(holder),
];

const department = (holder: Holder): readonly Group[] => [
  ...whistlesThatCall(holder),
  ...unitTickets(holder),
  ...mediations(holder),
  ...entriesAgainst(holder),
  ...blowersToEvaluate(holder),
];

/** What waits for each post, what presses most first. */
const ofPost: Readonly<Record<string, (holder: Holder) => readonly Group[]>> = {
  CENTRE_DISPATCHER: (holder) => [
    ...centreTickets.slice(0, 6),
    ...whistlesToScreen,
    ...whistlesContested,
    ...unitTickets(holder),
    ...whistlesThatCall(holder),
    ...callBacks,
    ...centreTickets.slice(6),
    ...whistlesOfCentre(holder),
    ...evaluationsDue(holder),
    ...mediationsUnderWay,
    ...entriesAgainst(holder),
  ],
  RESPONDER: department,
  CHIEF_RESPONDER: (holder) => [...department(holder), ...powersToReview(holder)],
  SUBDISTRICT_LEADER: (holder) => [
    ...whistlesBlown(holder),
    ...evaluationsDue(holder),
    ...whistlesThatCall(holder),
    ...unitTickets(holder),
    ...mediations(holder),
    ...entriesAgainst(holder),
    ...gridTasks(holder),
    ...overdueTickets(holder),
    ...placeTickets(holder),
  ],
  COMMUNITY_SECRETARY: community,
  COMMUNITY_STAFF: community,
  GRID_MEMBER: (holder) => [...gridTasks(holder), ...placeTickets(holder), ...whistlesLate],
  PERFORMANCE_OFFICE: () => [...evaluationsToFile, ...negativeListToDecide, ...callBacksSeen],
  DISTRICT_LEADER: (holder) => [
    ...whistlesContested,
    ...whistlesToScreen,
    ...overdueTickets(holder),
    ...whistlesLate,
    ...powersToApprove,
  ],
  LIST_KEEPER: () => [...powersToList, ...whistlesContested, ...grantsToDecide],
  DATA_STEWARD: () => grantsToDecide,
  RESIDENT: ownDemands,
};

export const groupsOf = (holder: Holder): readonly Group[] => ofPost[holder.post]?.(holder) ?? [];
