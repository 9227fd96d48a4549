import type { Listed } from "../groups/group.ts";
import { CallBackList } from "./call-back-list.tsx";
import { DemandList } from "./demand-list.tsx";
import { EvaluationList } from "./evaluation-list.tsx";
import { GrantList } from "./grant-list.tsx";
import { GridTaskList } from "./grid-task-list.tsx";
import { MediationList } from "./mediation-list.tsx";
import { MemberList } from "./member-list.tsx";
import { NegativeList } from "./negative-list.tsx";
import { PowerGrantList } from "./power-grant-list.tsx";
import { TicketList } from "./ticket-list.tsx";
import { WhistleList } from "./whistle-list.tsx";

/** The rows of a group. */
export function ListedRows({ listed }: { listed: Listed }) {
  switch (listed.of) {
    case "tickets":
      return <TicketList filter={listed.filter} order={listed.order} />;
    case "demands":
      return <DemandList filter={listed.filter} />;
    case "whistles":
      return <WhistleList filter={listed.filter} />;
    case "callBacks":
      return <CallBackList division={listed.division} />;
    case "evaluations":
      return <EvaluationList filter={listed.filter} />;
    case "negativeList":
      return <NegativeList filter={listed.filter} />;
    case "mediations":
      return <MediationList filter={listed.filter} />;
    case "gridTasks":
      return <GridTaskList division={listed.division} grid={listed.grid} />;
    case "grants":
      return <GrantList />;
    case "powerGrants":
      return <PowerGrantList filter={listed.filter} />;
    case "members":
      return <MemberList within={listed.within} />;
  }
}
