import DataLoader from "dataloader";
import { emptyPage, type PageArgs } from "../shared/connection.ts";
import { loadByArguments, loadMany, loadOne } from "../shared/loader.ts";
import type { LogEntry } from "../shared/log-entry.ts";
import type { RequestScope } from "../shared/subgraph.ts";
import { CaseStore } from "./case/case.store.ts";
import { caseLoaders } from "./case/case-loaders.ts";
import { CaseScopeStore } from "./case-scope/case-scope.store.ts";
import { ChannelStore } from "./channel/channel.store.ts";
import { ClassProblemStore } from "./class-problem/class-problem.store.ts";
import type { ClassProblem } from "./class-problem/class-problem.ts";
import { GridTaskStore } from "./class-problem/grid-task/grid-task.store.ts";
import type { GridTask } from "./class-problem/grid-task/grid-task.ts";
import { DemandStore } from "./demand/demand.store.ts";
import type { Demand } from "./demand/demand.ts";
import { EnterpriseDemandStore } from "./enterprise-demand/enterprise-demand.store.ts";
import { HotClassStore } from "./hot-class/hot-class.store.ts";
import { LedgerStore } from "./ledger/ledger.store.ts";
import { MediaStore } from "./media/media.store.ts";
import type { Media } from "./media/media.ts";
import { hasSound } from "./media/media-kind.ts";
import { isMediaId } from "./media/upload.ts";
import { MediationStore } from "./mediation/mediation.store.ts";
import { CaseBodyStore } from "./part-in-case/case-body.store.ts";
import { PartInCaseStore } from "./part-in-case/part-in-case.store.ts";
import { mayReachDemander } from "./part-in-case/part-in-case.ts";
import { PetitionDayStore } from "./petition-day/petition-day.store.ts";
import { PoolStore } from "./pool/pool.store.ts";
import type { Rising } from "./rise/asked-in.store.ts";
import { RiseStore, type Rises } from "./rise/rise.store.ts";
import { RiseTicketStore, type TicketsRisen } from "./rise/rise-ticket.store.ts";
import { TicketSearchStore } from "./search/ticket-search.store.ts";
import { Dispatch } from "./ticket/dispatch/dispatch.ts";
import { RefusedDispatchStore } from "./ticket/dispatch/refused-dispatch.store.ts";
import { Extension } from "./ticket/extension/extension.ts";
import { Supervision } from "./ticket/supervision/supervision.ts";
import { TicketStore } from "./ticket/ticket.store.ts";
import type { Ticket } from "./ticket/ticket.ts";
import type { TicketListArgs } from "./ticket/ticket-filter.ts";
import { TicketCountsStore } from "./ticket-counts/ticket-counts.store.ts";
import { whistleContext } from "./whistle/whistle.context.ts";
import { UnitWorkingHoursStore } from "./working-hours/unit-working-hours.store.ts";

const byNumber = ({ number }: { number: string }): string => number;
const byTicket = ({ ticketNumber }: { ticketNumber: string }): string => ticketNumber;

/** What one request to the tickets subgraph works with: its stores, restricted to the principal, and their loaders. */
export function ticketsContext(scope: RequestScope) {
  const { database, graph, principal, at, feed, columns } = scope;
  const tickets = new TicketStore(database, principal, columns);
  const demands = new DemandStore(database, principal);
  const classProblems = new ClassProblemStore(database, principal);
  const gridTasks = new GridTaskStore(database, principal);
  const hotClasses = new HotClassStore(database, principal);
  const channels = new ChannelStore(database.manager);
  const parts = new PartInCaseStore(database, principal);
  const mediations = new MediationStore(database, principal);
  const enterpriseDemands = new EnterpriseDemandStore(database, principal);
  const petitionDays = new PetitionDayStore(database);
  const media = new MediaStore(database);
  const workingHours = new UnitWorkingHoursStore(database);
  const stores = {
    workingHours,
    tickets,
    demands,
    classProblems,
    gridTasks,
    hotClasses,
    channels,
    parts,
    media,
    mediations,
    enterpriseDemands,
    petitionDays,
    rises: new RiseStore(database, at),
    riseTickets: new RiseTicketStore(database, principal, at),
    at,
  };
  const load = ticketLoaders(stores);
  const whistles = whistleContext(scope);
  const reachesDemander = async (ticket: string): Promise<boolean> =>
    mayReachDemander(principal, await load.partInCase.load(ticket));
  return {
    principal,
    at,
    graph,
    database,
    feed,
    tickets,
    demands,
    classProblems,
    gridTasks,
    hotClasses,
    ticketSearch: new TicketSearchStore(database, principal),
    channels,
    media,
    mediations,
    enterpriseDemands,
    petitionDays,
    pool: new PoolStore(database, principal),
    ticketCounts: new TicketCountsStore(database, principal, at),
    ledger: new LedgerStore(database, principal),
    refusedDispatches: new RefusedDispatchStore(database, principal),
    workingHours,
    caseScopes: new CaseScopeStore(database, principal),
    caseBodies: new CaseBodyStore(database.manager),
    load,
    ...whistles,
    ...caseLoaders(new CaseStore(database, principal, columns), reachesDemander),
    /** Whether the caller may know who asked in a ticket. */
    reachesDemander,
    /** A photo or recording of a demand that the caller may see. */
    async mediaInSight(id: string): Promise<Media | null> {
      const found = isMediaId(id) ? await load.media.load(id) : null;
      return found && (await load.demand.load(found.demandNumber)) ? found : null;
    },
    /** Whether the caller may open one that is in sight. */
    async mayOpen({ kind, demandNumber }: Media): Promise<boolean> {
      if (!hasSound(kind)) return true;
      const demand = await load.demand.load(demandNumber);
      return demand !== null && reachesDemander(demand.ticketNumber);
    },
    /** After a change: what was loaded before it is out of date, and one request may make several. */
    reread() {
      Object.assign(load, ticketLoaders(stores));
      whistles.rereadWhistles();
    },
  };
}

interface Stores {
  readonly workingHours: UnitWorkingHoursStore;
  readonly tickets: TicketStore;
  readonly demands: DemandStore;
  readonly classProblems: ClassProblemStore;
  readonly gridTasks: GridTaskStore;
  readonly hotClasses: HotClassStore;
  readonly channels: ChannelStore;
  readonly parts: PartInCaseStore;
  readonly media: MediaStore;
  readonly mediations: MediationStore;
  readonly enterpriseDemands: EnterpriseDemandStore;
  readonly petitionDays: PetitionDayStore;
  readonly rises: RiseStore;
  readonly riseTickets: RiseTicketStore;
  readonly at: Date;
}

function ticketLoaders({
  workingHours,
  tickets,
  demands,
  classProblems,
  gridTasks,
  hotClasses,
  channels,
  parts,
  media,
  mediations,
  enterpriseDemands,
  petitionDays,
  rises,
  riseTickets,
  at,
}: Stores) {
  const ticketsUnder = (parent: Parameters<TicketStore["listUnder"]>[0]) =>
    loadByArguments(
      (codes, args: TicketListArgs) => tickets.listUnder(parent, codes, args, at),
      () => emptyPage<Ticket>(),
    );
  const risesOf = (rising: Rising) =>
    new DataLoader<string, Rises>(async (numbers) => {
      const known = await rises.of(rising, numbers);
      return numbers.map((number) => known.get(number) ?? new Error(`nothing is known of ${number}`));
    });
  const risenTicketsOf = (rising: Rising) =>
    new DataLoader<string, TicketsRisen>((numbers) => riseTickets.of(rising, numbers));
  return {
    ticket: loadOne((numbers) => tickets.byNumbers(numbers), byNumber),
    ticketsOfGrid: ticketsUnder("grid"),
    ticketsOfDivision: ticketsUnder("division"),
    ticketsOfUnit: ticketsUnder("unit"),
    ticketsOfClassProblem: ticketsUnder("classProblem"),
    ticketsOfHotClass: ticketsUnder("hotClass"),
    mergedInto: loadMany(
      (numbers) => tickets.mergedInto(numbers),
      (ticket) => ticket.mergedIntoNumber ?? "",
    ),
    dispatchesOfTicket: loadMany((numbers) => tickets.turnsOf(Dispatch, numbers), byTicket),
    extensionsOfTicket: loadMany((numbers) => tickets.turnsOf(Extension, numbers), byTicket),
    supervisionsOfTicket: loadMany((numbers) => tickets.turnsOf(Supervision, numbers), byTicket),
    tasksOfTicket: loadMany((numbers) => tickets.tasks(numbers), byTicket),
    workingHours: loadMany(
      (units) => workingHours.ofUnits(units),
      ({ unitCode }) => unitCode,
    ),
    reminders: loadMany(
      (subjects) => tickets.reminders(subjects),
      ({ subject }) => subject,
    ),
    logOfTicket: loadByArguments(
      (numbers, args: PageArgs) => tickets.logOf(numbers, args),
      () => emptyPage<LogEntry>(),
    ),
    demand: loadOne((numbers) => demands.byNumbers(numbers), byNumber),
    demandsOfTicket: loadByArguments(
      (numbers, args: PageArgs) => demands.listOfTickets(numbers, args),
      () => emptyPage<Demand>(),
    ),
    media: loadOne(
      (ids) => media.byIds(ids),
      ({ id }) => id,
    ),
    mediaOfDemand: loadMany(
      (numbers) => media.ofDemands(numbers),
      ({ demandNumber }) => demandNumber,
    ),
    demander: loadOne(
      (ids) => demands.demanders(ids),
      ({ id }) => id,
    ),
    channel: loadOne(
      (codes) => channels.byCodes(codes),
      ({ code }) => code,
    ),
    demandsOfBusiness: loadByArguments(
      (codes, args: PageArgs) => enterpriseDemands.listOf(codes, args),
      () => emptyPage<Demand>(),
    ),
    petitionDay: loadOne(
      (ids) => petitionDays.byIds(ids),
      ({ id }) => id,
    ),
    demandsOfPetitionDay: loadByArguments(
      (ids, args: PageArgs) => demands.listOfPetitionDays(ids, args),
      () => emptyPage<Demand>(),
    ),
    mediationsOfTicket: loadMany((numbers) => mediations.ofTickets(numbers), byTicket),
    mediators: loadMany((numbers) => mediations.mediatorsOf(numbers), byTicket),
    sittings: loadMany((numbers) => mediations.sittingsOf(numbers), byTicket),
    mediationsOfWhistle: loadMany(
      (numbers) => mediations.ofWhistles(numbers),
      ({ whistleNumber }) => whistleNumber ?? "",
    ),
    partInCase: loadOne((numbers) => parts.of(numbers), byTicket),
    risesOfHotClass: risesOf("hotClass"),
    risesOfClassProblem: risesOf("classProblem"),
    risenTickets: { hotClass: risenTicketsOf("hotClass"), classProblem: risenTicketsOf("classProblem") },
    hotClass: loadOne((numbers) => hotClasses.byNumbers(numbers), byNumber),
    classProblem: loadOne((numbers) => classProblems.byNumbers(numbers), byNumber),
    gridTasksOfClassProblem: loadByArguments(
      (numbers, args: PageArgs) => gridTasks.listOfClassProblems(numbers, args),
      () => emptyPage<GridTask>(),
    ),
    reachOfClassProblem: loadOne(
      (numbers) => gridTasks.reachOf(numbers),
      ({ classProblem }) => classProblem,
    ),
    classProblemsOfEstate: loadByArguments(
      (codes, args: PageArgs) => classProblems.listOfEstates(codes, args),
      () => emptyPage<ClassProblem>(),
    ),
  };
}

export type TicketsContext = ReturnType<typeof ticketsContext>;
