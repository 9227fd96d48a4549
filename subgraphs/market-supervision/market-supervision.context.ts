import { dayOf } from "../shared/calendar.ts";
import { emptyPage, type PageArgs } from "../shared/connection.ts";
import { loadByArguments, loadOne } from "../shared/loader.ts";
import type { RequestScope } from "../shared/subgraph.ts";
import { ConsumerComplaintStore } from "./consumer-complaint/consumer-complaint.store.ts";
import type { ConsumerComplaint } from "./consumer-complaint/consumer-complaint.ts";
import { InspectionStore } from "./inspection/inspection.store.ts";
import type { Inspection } from "./inspection/inspection.ts";
import { PenaltyStore } from "./penalty/penalty.store.ts";
import type { Penalty } from "./penalty/penalty.ts";
import type { BusinessRegister } from "./register/business-register.ts";
import { registerForRequest } from "./register/register-for-request.ts";

/** What one request to the market supervision subgraph works with: its stores, restricted to the principal, and their loaders. */
export function marketSupervisionContext({
  database,
  graph,
  principal,
  at,
  feed,
  columns,
  source,
}: RequestScope) {
  const today = dayOf(at);
  const inspections = new InspectionStore(database.manager, principal, columns);
  const penalties = new PenaltyStore(database.manager, principal, today, columns);
  const complaints = new ConsumerComplaintStore(database, principal, columns);
  const number = ({ number }: { number: string }) => number;
  return {
    database,
    graph,
    feed,
    principal,
    at,
    today,
    complaints,
    register: registerForRequest(source as BusinessRegister, principal),
    load: {
      inspection: loadOne((numbers) => inspections.byNumbers(numbers), number),
      inspectionsOfBusiness: loadByArguments(
        (codes, args: PageArgs) => inspections.ofBusinesses(codes, args),
        () => emptyPage<Inspection>(),
      ),
      penalty: loadOne((numbers) => penalties.byNumbers(numbers), number),
      penaltiesOfBusiness: loadByArguments(
        (codes, args: PageArgs) => penalties.ofBusinesses(codes, args),
        () => emptyPage<Penalty>(),
      ),
      complaint: loadOne((numbers) => complaints.byNumbers(numbers), number),
      complaintsOfBusiness: loadByArguments(
        (codes, args: PageArgs) => complaints.ofBusinesses(codes, args),
        () => emptyPage<ConsumerComplaint>(),
      ),
      complaintsOfTicket: loadByArguments(
        (numbers, args: PageArgs) => complaints.ofTickets(numbers, args),
        () => emptyPage<ConsumerComplaint>(),
      ),
    },
  };
}

export type MarketSupervisionContext = ReturnType<typeof marketSupervisionContext>;
