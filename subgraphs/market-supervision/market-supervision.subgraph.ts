import { feedResolver } from "../shared/feed-resolver.ts";
import type { SubgraphDefinition } from "../shared/subgraph.ts";
import { BusinessResolver, GridBusinessesResolver } from "./business/business.resolver.ts";
import { Business, businessOf } from "./business/business.ts";
import {
  ConsumerComplaintResolver,
  TicketConsumerComplaintsResolver,
} from "./consumer-complaint/consumer-complaint.resolver.ts";
import { ConsumerComplaint } from "./consumer-complaint/consumer-complaint.ts";
import { InspectionResolver } from "./inspection/inspection.resolver.ts";
import { Inspection } from "./inspection/inspection.ts";
import { BusinessLicencesResolver, LicenceResolver } from "./licence/licence.resolver.ts";
import { type MarketSupervisionContext, marketSupervisionContext } from "./market-supervision.context.ts";
import { marketSupervisionErrors } from "./market-supervision.errors.ts";
import { Inspections1700000007000 } from "./migrations/1700000007000-inspections.ts";
import { Penalties1700000007100 } from "./migrations/1700000007100-penalties.ts";
import { ConsumerComplaints1700000007200 } from "./migrations/1700000007200-consumer-complaints.ts";
import { PenaltyResolver } from "./penalty/penalty.resolver.ts";
import { Penalty } from "./penalty/penalty.ts";
import { gridOf, ticketOf } from "./references.ts";
import { openBusinessRegister } from "./register/business-register.ts";
import { sightOf } from "./sight.ts";
import { owner } from "./visibility.ts";

/** Businesses and licences, read from the department's register; inspections, penalties, consumer complaints. Owner: market supervision (市场监管). */
export const marketSupervision: SubgraphDefinition<MarketSupervisionContext> = {
  name: "market-supervision",
  owner,
  ownerZh: "市场监督管理局",
  openSource: openBusinessRegister,
  resolvers: [
    BusinessResolver,
    GridBusinessesResolver,
    BusinessLicencesResolver,
    LicenceResolver,
    InspectionResolver,
    PenaltyResolver,
    ConsumerComplaintResolver,
    TicketConsumerComplaintsResolver,
    feedResolver("marketSupervisionFeed", {
      tells: "Every change to consumer complaints",
      tellsZh: "消费投诉",
    }),
  ],
  types: [Business, Inspection, Penalty, ConsumerComplaint],
  references: {
    // Whoever points at a business knows of it; the register is asked only for what is read of it.
    Business: ({ creditCode }: { creditCode: string }) => businessOf(creditCode),
    Inspection: ({ number }: { number: string }, { load }) => load.inspection.load(number),
    Penalty: ({ number }: { number: string }, { load }) => load.penalty.load(number),
    ConsumerComplaint: ({ number }: { number: string }, { load }) => load.complaint.load(number),
    Grid: ({ code }: { code: string }) => gridOf(code),
    Ticket: ({ number }: { number: string }) => ticketOf(number),
  },
  entities: [Inspection, Penalty, ConsumerComplaint],
  migrations: [Inspections1700000007000, Penalties1700000007100, ConsumerComplaints1700000007200],
  errors: marketSupervisionErrors,
  context: marketSupervisionContext,
  sightOf,
};
