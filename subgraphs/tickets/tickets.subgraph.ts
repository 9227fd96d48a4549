import { feedResolver } from "../shared/feed-resolver.ts";
import type { SubgraphDefinition } from "../shared/subgraph.ts";
import { WorkingDaysResolver } from "./calendar/working-days.resolver.ts";
import { CaseResolver } from "./case/case.resolver.ts";
import { CaseScopeResolver } from "./case-scope/case-scope.resolver.ts";
import { ChangesResolver } from "./change/changes.resolver.ts";
import { divisionsOf } from "./change/whereabouts.store.ts";
import { ChannelResolver } from "./channel/channel.resolver.ts";
import { Channel } from "./channel/channel.ts";
import { classProblemErrors } from "./class-problem/class-problem.errors.ts";
import {
  ClassProblemResolver,
  EstateClassProblemsResolver,
  PlanResolver,
} from "./class-problem/class-problem.resolver.ts";
import { ClassProblem } from "./class-problem/class-problem.ts";
import { ClassProblemTasksResolver, GridTaskResolver } from "./class-problem/grid-task/grid-task.resolver.ts";
import { GridTask } from "./class-problem/grid-task/grid-task.ts";
import { TrendRule } from "./class-problem/trend-rule.ts";
import { DemanderResolver, DemandResolver } from "./demand/demand.resolver.ts";
import { Demand } from "./demand/demand.ts";
import { Demander } from "./demand/demander.ts";
import {
  BusinessDemandsResolver,
  EnterpriseDemandReportResolver,
  EnterpriseDemandResolver,
} from "./enterprise-demand/enterprise-demand.resolver.ts";
import { evaluationFeed } from "./evaluation-feed.consumer.ts";
import { HotClassResolver } from "./hot-class/hot-class.resolver.ts";
import { HotClass } from "./hot-class/hot-class.ts";
import { LedgerResolver } from "./ledger/ledger.resolver.ts";
import { TimeLimit } from "./limit/time-limit.ts";
import { MediaResolver } from "./media/media.resolver.ts";
import { Media } from "./media/media.ts";
import { discardUnclaimedMedia } from "./media/media.upkeep.ts";
import { mediaDoor } from "./media/media-door.ts";
import { openStorage } from "./media/storage/open-storage.ts";
import { DisputeClass } from "./mediation/dispute-class.ts";
import { DisputeMediation } from "./mediation/dispute-mediation.ts";
import { mediationErrors } from "./mediation/mediation.errors.ts";
import {
  DisputeClassResolver,
  MediationMovesResolver,
  MediationResolver,
  MediationSittingResolver,
  MediatorResolver,
  TicketMediationsResolver,
  WhistleMediationsResolver,
} from "./mediation/mediation.resolver.ts";
import { MediationSitting } from "./mediation/mediation-sitting.ts";
import { Mediator } from "./mediation/mediator.ts";
import { Tickets1700000003000 } from "./migrations/1700000003000-tickets.ts";
import { Demands1700000003100 } from "./migrations/1700000003100-demands.ts";
import { Whistles1700000004000 } from "./migrations/1700000004000-whistles.ts";
import { DemanderResidents1700000004100 } from "./migrations/1700000004100-demander-residents.ts";
import { DispatchesByContract1700000004200 } from "./migrations/1700000004200-dispatches-by-contract.ts";
import { CaseLookUps1700000004300 } from "./migrations/1700000004300-case-look-ups.ts";
import { Reminders1700000004400 } from "./migrations/1700000004400-reminders.ts";
import { PausesAndExtensions1700000004410 } from "./migrations/1700000004410-pauses-and-extensions.ts";
import { UnitWorkingHours1700000004420 } from "./migrations/1700000004420-unit-working-hours.ts";
import { ExtensionGrounds1700000004430 } from "./migrations/1700000004430-extension-grounds.ts";
import { TextAndHotClasses1700000004500 } from "./migrations/1700000004500-text-and-hot-classes.ts";
import { KnownPlaces1700000004510 } from "./migrations/1700000004510-known-places.ts";
import { TicketFiling1700000004520 } from "./migrations/1700000004520-ticket-filing.ts";
import { DismissedClassProblems1700000004530 } from "./migrations/1700000004530-dismissed-class-problems.ts";
import { Media1700000004600 } from "./migrations/1700000004600-media.ts";
import { Raisings1700000004800 } from "./migrations/1700000004800-raisings.ts";
import { DutyRulings1700000004810 } from "./migrations/1700000004810-duty-rulings.ts";
import { Mediations1700000004820 } from "./migrations/1700000004820-mediations.ts";
import { CoordinationModes1700000004830 } from "./migrations/1700000004830-coordination-modes.ts";
import { OpenLedger1700000004840 } from "./migrations/1700000004840-open-ledger.ts";
import { TicketTasks1700000004900 } from "./migrations/1700000004900-ticket-tasks.ts";
import { RefusedDispatches1700000004910 } from "./migrations/1700000004910-refused-dispatches.ts";
import { Satisfaction1700000004920 } from "./migrations/1700000004920-satisfaction.ts";
import { PetitionDays1700000004930 } from "./migrations/1700000004930-petition-days.ts";
import { GridTasks1700000004940 } from "./migrations/1700000004940-grid-tasks.ts";
import { NoWhistleSweeps1700000004950 } from "./migrations/1700000004950-no-whistle-sweeps.ts";
import { MediationsOfWhistles1700000004960 } from "./migrations/1700000004960-mediations-of-whistles.ts";
import { RulingIds1700000004970 } from "./migrations/1700000004970-ruling-ids.ts";
import { ReasonsInChinese1700000004980 } from "./migrations/1700000004980-reasons-in-chinese.ts";
import { WhatIsDueFirst1700000004990 } from "./migrations/1700000004990-what-is-due-first.ts";
import { CaseBodyResolver } from "./part-in-case/case-body.resolver.ts";
import { petitionDayErrors } from "./petition-day/petition-day.errors.ts";
import { DemandPetitionResolver, PetitionDayResolver } from "./petition-day/petition-day.resolver.ts";
import { PetitionDay } from "./petition-day/petition-day.ts";
import { PoolResolver } from "./pool/pool.resolver.ts";
import {
  Building,
  Business,
  Division,
  Estate,
  Grid,
  Matter,
  PowerItem,
  Resident,
  Unit,
} from "./references.ts";
import { ReminderResolver } from "./reminder/reminder.resolver.ts";
import { Reminder } from "./reminder/reminder.ts";
import { reminderAlarms } from "./reminder/reminder-alarms.ts";
import { ReminderRule } from "./reminder/reminder-rule.ts";
import { ClassProblemRiseResolver, HotClassRiseResolver, RiseResolver } from "./rise/rise.resolver.ts";
import { TicketSearchResolver } from "./search/ticket-search.resolver.ts";
import { sightOf } from "./sight.ts";
import { workOffTexts } from "./text/text.upkeep.ts";
import { TicketClosingResolver } from "./ticket/closing/ticket-closing.resolver.ts";
import { Dispatch } from "./ticket/dispatch/dispatch.ts";
import { RefusedDispatchResolver } from "./ticket/dispatch/refused-dispatch.resolver.ts";
import { RefusedDispatch } from "./ticket/dispatch/refused-dispatch.ts";
import { TicketDispatchResolver } from "./ticket/dispatch/ticket-dispatch.resolver.ts";
import { Extension } from "./ticket/extension/extension.ts";
import { TicketExtensionResolver } from "./ticket/extension/ticket-extension.resolver.ts";
import { TicketHandlingResolver } from "./ticket/handling/ticket-handling.resolver.ts";
import { TicketIntakeResolver } from "./ticket/intake/ticket-intake.resolver.ts";
import { TicketMergeResolver } from "./ticket/merge/ticket-merge.resolver.ts";
import { Supervision } from "./ticket/supervision/supervision.ts";
import { TicketSupervisionResolver } from "./ticket/supervision/ticket-supervision.resolver.ts";
import {
  CaseLeaderResolver,
  DispatchResolver,
  ExtensionResolver,
  SupervisionResolver,
  TicketResolver,
} from "./ticket/ticket.resolver.ts";
import { Ticket } from "./ticket/ticket.ts";
import {
  DivisionTicketsResolver,
  GridTicketsResolver,
  UnitTicketsResolver,
} from "./ticket/tickets-of.resolver.ts";
import {
  ChannelIntakeResolver,
  ChannelTicketCountsResolver,
  PlaceTicketCountsResolver,
  TicketCountsResolver,
} from "./ticket-counts/ticket-counts.resolver.ts";
import { TicketTaskResolver, TicketTasksResolver } from "./ticket-task/ticket-task.resolver.ts";
import { TicketTask } from "./ticket-task/ticket-task.ts";
import { type TicketsContext, ticketsContext } from "./tickets.context.ts";
import { ticketErrors } from "./tickets.errors.ts";
import { seedTickets } from "./tickets.seed.ts";
import { AnswerResolver } from "./whistle/answer/answer.resolver.ts";
import { BlowResolver } from "./whistle/blow.resolver.ts";
import { CheckpointResolver } from "./whistle/checkpoint/checkpoint.resolver.ts";
import { ConfirmationResolver } from "./whistle/confirmation/confirmation.resolver.ts";
import { DisputeResolver } from "./whistle/duty-ruling/dispute.resolver.ts";
import { DutyRulingResolver, WhistlePrecedentsResolver } from "./whistle/duty-ruling/duty-ruling.resolver.ts";
import { DutyRuling } from "./whistle/duty-ruling/duty-ruling.ts";
import { WhistleExtensionResolver } from "./whistle/extension/whistle-extension.resolver.ts";
import { WhistleExtension } from "./whistle/extension/whistle-extension.ts";
import { MisuseResolver } from "./whistle/misuse/misuse.resolver.ts";
import { WhistlePauseResolver } from "./whistle/pause/whistle-pause.resolver.ts";
import { WhistlePause } from "./whistle/pause/whistle-pause.ts";
import { WhistlePlaceResolver } from "./whistle/place/place.resolver.ts";
import { WhistleKindResolver, WhistleProfileResolver } from "./whistle/profile/whistle-profile.resolver.ts";
import { WhistleProfile } from "./whistle/profile/whistle-profile.ts";
import { RaiseResolver } from "./whistle/raising/raise.resolver.ts";
import { RaisedWhistleResolver, WhistleRaisingResolver } from "./whistle/raising/whistle-raising.resolver.ts";
import { ScreeningResolver } from "./whistle/screening/screening.resolver.ts";
import { TaskForceResolver } from "./whistle/task-force/task-force.resolver.ts";
import { TaskForce } from "./whistle/task-force/task-force.ts";
import { whistleErrors } from "./whistle/whistle.errors.ts";
import {
  WhistleClockResolver,
  WhistleFilingResolver,
  WhistleOptionResolver,
  WhistleParticipantResolver,
  WhistleResolver,
} from "./whistle/whistle.resolver.ts";
import { Whistle } from "./whistle/whistle.ts";
import { WhistleClock } from "./whistle/whistle-clock.ts";
import {
  PlaceWhistleCountsResolver,
  WhistleCountsResolver,
  WhistleKindCountResolver,
  WhistleUnitCountsResolver,
} from "./whistle/whistle-counts.resolver.ts";
import { WhistleFiling } from "./whistle/whistle-filing.ts";
import { WhistleParticipant } from "./whistle/whistle-participant.ts";
import { WhistleTicket } from "./whistle/whistle-ticket.ts";
import {
  EstateWhistlesResolver,
  GridWhistlesResolver,
  TicketWhistlesResolver,
  UnitWhistlesResolver,
} from "./whistle/whistles-of.resolver.ts";
import { WithdrawalResolver } from "./whistle/withdrawal/withdrawal.resolver.ts";
import { UnitWorkingHoursResolver } from "./working-hours/unit-working-hours.resolver.ts";
import { UnitWorkingHours } from "./working-hours/unit-working-hours.ts";

/** Demands, tickets, whistles, deadlines. Owner: the command centre (指挥中心). */
export const tickets: SubgraphDefinition<TicketsContext> = {
  name: "tickets",
  owner: "COMMAND-CENTRE",
  ownerZh: "指挥中心",
  resolvers: [
    ChannelResolver,
    DemandResolver,
    DemanderResolver,
    PetitionDayResolver,
    PoolResolver,
    DemandPetitionResolver,
    MediaResolver,
    TicketResolver,
    TicketIntakeResolver,
    TicketMergeResolver,
    TicketDispatchResolver,
    TicketHandlingResolver,
    TicketClosingResolver,
    TicketExtensionResolver,
    TicketSupervisionResolver,
    TicketTasksResolver,
    TicketTaskResolver,
    CaseLeaderResolver,
    DispatchResolver,
    RefusedDispatchResolver,
    ExtensionResolver,
    SupervisionResolver,
    ReminderResolver,
    GridTicketsResolver,
    DivisionTicketsResolver,
    UnitTicketsResolver,
    ClassProblemResolver,
    ClassProblemTasksResolver,
    GridTaskResolver,
    PlanResolver,
    EstateClassProblemsResolver,
    HotClassResolver,
    HotClassRiseResolver,
    ClassProblemRiseResolver,
    RiseResolver,
    TicketSearchResolver,
    feedResolver("ticketFeed", {
      tells: "Every change of tickets, whistles and class problems",
      tellsZh: "工单、吹哨与问题类",
    }),
    ChangesResolver,
    CaseResolver,
    CaseScopeResolver,
    CaseBodyResolver,
    WhistleResolver,
    BlowResolver,
    RaiseResolver,
    ScreeningResolver,
    AnswerResolver,
    TaskForceResolver,
    CheckpointResolver,
    WhistlePlaceResolver,
    DisputeResolver,
    ConfirmationResolver,
    WithdrawalResolver,
    MisuseResolver,
    WhistleParticipantResolver,
    WhistleClockResolver,
    WhistleFilingResolver,
    WhistlePauseResolver,
    WhistleExtensionResolver,
    WhistleOptionResolver,
    WhistleCountsResolver,
    WhistleUnitCountsResolver,
    WhistleKindCountResolver,
    PlaceWhistleCountsResolver,
    EnterpriseDemandResolver,
    EnterpriseDemandReportResolver,
    BusinessDemandsResolver,
    LedgerResolver,
    TicketCountsResolver,
    ChannelTicketCountsResolver,
    ChannelIntakeResolver,
    PlaceTicketCountsResolver,
    MediationResolver,
    MediationMovesResolver,
    MediatorResolver,
    MediationSittingResolver,
    TicketMediationsResolver,
    WhistleMediationsResolver,
    DisputeClassResolver,
    DutyRulingResolver,
    WhistlePrecedentsResolver,
    RaisedWhistleResolver,
    WhistleRaisingResolver,
    WhistleProfileResolver,
    WhistleKindResolver,
    TicketWhistlesResolver,
    UnitWhistlesResolver,
    UnitWorkingHoursResolver,
    WorkingDaysResolver,
    GridWhistlesResolver,
    EstateWhistlesResolver,
  ],
  types: [Division, Grid, Estate, Building, Unit, Matter, PowerItem, Resident, Business],
  references: {
    Ticket: ({ number }: { number: string }, { load }) => load.ticket.load(number),
    Demand: ({ number }: { number: string }, { load }) => load.demand.load(number),
    Media: ({ id }: { id: string }, { mediaInSight }) => mediaInSight(id),
    ClassProblem: ({ number }: { number: string }, { load }) => load.classProblem.load(number),
    HotClass: ({ number }: { number: string }, { load }) => load.hotClass.load(number),
    Whistle: ({ number }: { number: string }, { loadWhistle }) => loadWhistle.whistle.load(number),
    Division: (reference: Division) => reference,
    Grid: (reference: Grid) => reference,
    Estate: (reference: Estate) => reference,
    Unit: (reference: Unit) => reference,
    Business: (reference: Business) => reference,
  },
  entities: [
    Channel,
    TimeLimit,
    TrendRule,
    Demand,
    Demander,
    PetitionDay,
    Media,
    Ticket,
    Dispatch,
    RefusedDispatch,
    Extension,
    Supervision,
    TicketTask,
    Reminder,
    ReminderRule,
    ClassProblem,
    GridTask,
    HotClass,
    WhistleProfile,
    Whistle,
    WhistleParticipant,
    WhistleTicket,
    WhistleClock,
    WhistleFiling,
    WhistlePause,
    WhistleExtension,
    UnitWorkingHours,
    TaskForce,
    DutyRuling,
    DisputeClass,
    DisputeMediation,
    Mediator,
    MediationSitting,
  ],
  migrations: [
    Tickets1700000003000,
    Demands1700000003100,
    Whistles1700000004000,
    DemanderResidents1700000004100,
    DispatchesByContract1700000004200,
    CaseLookUps1700000004300,
    Reminders1700000004400,
    PausesAndExtensions1700000004410,
    UnitWorkingHours1700000004420,
    ExtensionGrounds1700000004430,
    TextAndHotClasses1700000004500,
    KnownPlaces1700000004510,
    TicketFiling1700000004520,
    DismissedClassProblems1700000004530,
    Media1700000004600,
    Raisings1700000004800,
    DutyRulings1700000004810,
    Mediations1700000004820,
    CoordinationModes1700000004830,
    OpenLedger1700000004840,
    TicketTasks1700000004900,
    RefusedDispatches1700000004910,
    Satisfaction1700000004920,
    PetitionDays1700000004930,
    GridTasks1700000004940,
    NoWhistleSweeps1700000004950,
    MediationsOfWhistles1700000004960,
    RulingIds1700000004970,
    ReasonsInChinese1700000004980,
    WhatIsDueFirst1700000004990,
  ],
  consents: [
    {
      field: "Ticket.receivedAt",
      to: "evaluation",
      for: "Ticket.callBacks",
      purpose: "call-backs are told of tickets alone that the caller may see here (仅向可见工单者展示回访)",
      since: "2026-11-20",
    },
  ],
  errors: {
    ...ticketErrors,
    ...whistleErrors,
    ...mediationErrors,
    ...petitionDayErrors,
    ...classProblemErrors,
  },
  context: ticketsContext,
  divisionsOf,
  sightOf,
  seed: seedTickets,
  timers: reminderAlarms,
  async upkeep(scope) {
    await discardUnclaimedMedia(scope);
  },
  workOff: workOffTexts,
  consumers: () => [evaluationFeed],
  files: { openStorage, door: mediaDoor },
};
