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
import { DemandStore } from "./demand/demand.store.ts";
import type { Demand } from "./demand/demand.ts";
import { PartInCaseStore } from "./part-in-case/part-in-case.store.ts";
import { mayReachDemander } from "./part-in-case/part-in-case.ts";
import { Dispatch } from "./ticket/dispatch.ts";
import { Extension } from "./ticket/extension.ts";
import { Supervision } from "./ticket/supervision.ts";
import { TicketStore } from "./ticket/ticket.store.ts";
import type { Ticket } from "./ticket/ticket.ts";
import type { TicketListArgs } from "./ticket/ticket-filter.ts";
import { whistleContext } from "./whistle/whistle.context.ts";

const byNumber = ({ number }: { number: string }): string => number;
const byTicket = ({ ticketNumber }: { ticketNumber: string }): string => ticketNumber;

/** What one request to the tickets subgraph works with: its stores, restricted to the principal, and their loaders. */
export function ticketsContext(scope: RequestScope) {
  const { database, graph, principal, at, feed, columns } = scope;
  const tickets = new TicketStore(database, principal, columns);
  const demands = new DemandStore(database, principal);
  const classProblems = new ClassProblemStore(database, principal);
  const channels = new ChannelStore(database.manager);
  const parts = new PartInCaseStore(database, principal);
  const stores = { tickets, demands, classProblems, channels, parts, at };
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
    channels,
    caseScopes: new CaseScopeStore(database, principal),
    load,
    ...whistles,
    ...caseLoaders(new CaseStore(database, principal, columns), reachesDemander),
    /** Whether the caller may know who asked in a ticket. */
    reachesDemander,
    /** After a change: what was loaded before it is out of date, and one request may make several. */
    reread() {
      Object.assign(load, ticketLoaders(stores));
      whistles.rereadWhistles();
    },
  };
}

interface Stores {
  readonly tickets: TicketStore;
  readonly demands: DemandStore;
  readonly classProblems: ClassProblemStore;
  readonly channels: ChannelStore;
  readonly parts: PartInCaseStore;
  readonly at: Date;
}

function ticketLoaders({ tickets, demands, classProblems, channels, parts, at }: Stores) {
  const ticketsUnder = (parent: Parameters<TicketStore["listUnder"]>[0]) =>
    loadByArguments(
      (codes, args: TicketListArgs) => tickets.listUnder(parent, codes, args, at),
      () => emptyPage<Ticket>(),
    );
  return {
    ticket: loadOne((numbers) => tickets.byNumbers(numbers), byNumber),
    ticketsOfGrid: ticketsUnder("grid"),
    ticketsOfDivision: ticketsUnder("division"),
    ticketsOfUnit: ticketsUnder("unit"),
    ticketsOfClassProblem: ticketsUnder("classProblem"),
    mergedInto: loadMany(
      (numbers) => tickets.mergedInto(numbers),
      (ticket) => ticket.mergedIntoNumber ?? "",
    ),
    dispatchesOfTicket: loadMany((numbers) => tickets.turnsOf(Dispatch, numbers), byTicket),
    extensionsOfTicket: loadMany((numbers) => tickets.turnsOf(Extension, numbers), byTicket),
    supervisionsOfTicket: loadMany((numbers) => tickets.turnsOf(Supervision, numbers), byTicket),
    logOfTicket: loadByArguments(
      (numbers, args: PageArgs) => tickets.logOf(numbers, args),
      () => emptyPage<LogEntry>(),
    ),
    demand: loadOne((numbers) => demands.byNumbers(numbers), byNumber),
    demandsOfTicket: loadByArguments(
      (numbers, args: PageArgs) => demands.listOfTickets(numbers, args),
      () => emptyPage<Demand>(),
    ),
    demander: loadOne(
      (ids) => demands.demanders(ids),
      ({ id }) => id,
    ),
    channel: loadOne(
      (codes) => channels.byCodes(codes),
      ({ code }) => code,
    ),
    partInCase: loadOne((numbers) => parts.of(numbers), byTicket),
    classProblem: loadOne((numbers) => classProblems.byNumbers(numbers), byNumber),
    classProblemsOfEstate: loadByArguments(
      (codes, args: PageArgs) => classProblems.listOfEstates(codes, args),
      () => emptyPage<ClassProblem>(),
    ),
  };
}

export type TicketsContext = ReturnType<typeof ticketsContext>;
