import type { ConditionNode, FetchNode, PlanNode } from "@apollo/query-planner";
import { describe, expect, it } from "vitest";
import type { FetchTrace } from "../execution/trace.ts";
import type { FetchView, PlanNodeView } from "./plan-view.ts";
import { type Traced, viewPlan } from "./view-plan.ts";

const fetch = (serviceName: string, part: Partial<FetchNode> = {}): FetchNode => ({
  kind: "Fetch",
  serviceName,
  operation: "{ __typename }",
  operationKind: "query" as FetchNode["operationKind"],
  operationName: undefined,
  ...part,
});
const at = (path: string, node: PlanNode): PlanNode => ({ kind: "Flatten", path: path.split("."), node });
const sequence = (...nodes: PlanNode[]): PlanNode => ({ kind: "Sequence", nodes });
const parallel = (...nodes: PlanNode[]): PlanNode => ({ kind: "Parallel", nodes });
const condition = (name: string, clauses: Partial<ConditionNode>): ConditionNode => ({
  kind: "Condition",
  condition: name,
  ...clauses,
});

const ran = (
  of: FetchNode,
  startedAt: number,
  milliseconds: number,
  part: Partial<FetchTrace> = {},
): FetchTrace => ({ fetch: of, startedAt, milliseconds, provenance: {}, failed: false, ...part });
const traced = (part: Partial<Traced>): Traced => ({
  fetches: [],
  conditions: new Map(),
  milliseconds: 12.4,
  ...part,
});

const tickets = fetch("tickets");
const grids = fetch("grids");
const departments = fetch("departments");
const evaluation = fetch("evaluation");

const inside = condition("b", { elseClause: evaluation });
const around = condition("a", { ifClause: sequence(grids, inside), elseClause: at("ticket", departments) });

const cases: readonly [string, PlanNode | undefined, Partial<Traced>, string][] = [
  ["nothing, where all that is asked is answered here", undefined, {}, "nothing to fetch"],
  ["one fetch", tickets, { fetches: [ran(tickets, 0.5, 5.125)] }, "Fetch tickets: 5.13 ms from 0.50 ms"],
  [
    "steps after and beside one another, each from its first beginning to its last end",
    sequence(tickets, parallel(at("tickets.@.grid", grids), at("tickets.@.handlingUnit", departments))),
    {
      fetches: [
        ran(tickets, 1, 5),
        // In the order in which they ended.
        ran(departments, 6.25, 2, { entities: 1, targets: 1, provenance: { joined: false, bytes: 1_260 } }),
        ran(grids, 6, 14, { entities: 3, targets: 20, provenance: { joined: true, together: 2 } }),
      ],
    },
    [
      "Sequence: 19.0 ms from 1.00 ms",
      "├─ Fetch tickets: 5.00 ms from 1.00 ms",
      "└─ Parallel: 14.0 ms from 6.00 ms",
      "   ├─ Fetch grids at tickets.@.grid: 14.0 ms from 6.00 ms (3 entities for 20 objects, one of 2 in a request, joined)",
      "   └─ Fetch departments at tickets.@.handlingUnit: 2.00 ms from 6.25 ms (1 entity, 1.3 kB)",
    ].join("\n"),
  ],
  [
    "a fetch that failed, and what then had nothing to ask",
    sequence(tickets, parallel(at("ticket.grid", grids), at("ticket.unit", departments))),
    { fetches: [ran(tickets, 0, 3000, { failed: true })] },
    [
      "Sequence: 3000.0 ms from 0.00 ms",
      "├─ Fetch tickets: 3000.0 ms from 0.00 ms (FAILED)",
      "└─ Parallel",
      "   ├─ Fetch grids at ticket.grid (nothing to ask)",
      "   └─ Fetch departments at ticket.unit (nothing to ask)",
    ].join("\n"),
  ],
  [
    "a condition that held around one that did not",
    around,
    {
      fetches: [ran(grids, 0, 1), ran(evaluation, 1, 1)],
      conditions: new Map([
        [around, true],
        [inside, false],
      ]),
    },
    [
      "If $a: yes",
      "├─ Sequence: 2.00 ms from 0.00 ms",
      "│  ├─ Fetch grids: 1.00 ms from 0.00 ms",
      "│  └─ If $b: no",
      "│     └─ else",
      "│        └─ Fetch evaluation: 1.00 ms from 1.00 ms",
      "└─ else",
      "   └─ Fetch departments at ticket (excluded)",
    ].join("\n"),
  ],
  [
    "a condition that did not hold: what is inside was not even looked at",
    around,
    { fetches: [ran(departments, 0, 1)], conditions: new Map([[around, false]]) },
    [
      "If $a: no",
      "├─ Sequence",
      "│  ├─ Fetch grids (excluded)",
      "│  └─ If $b",
      "│     └─ else",
      "│        └─ Fetch evaluation (excluded)",
      "└─ else",
      "   └─ Fetch departments at ticket: 1.00 ms from 0.00 ms",
    ].join("\n"),
  ],
];

const fetchesOf = (node: PlanNodeView | null | undefined): FetchView[] => {
  if (!node) return [];
  if (node.kind === "Fetch") return [node];
  return (node.kind === "Condition" ? [node.if, node.else] : node.nodes).flatMap(fetchesOf);
};

describe("a plan's view", () => {
  it.each(cases)("reads as a tree: %s", (_, node, trace, tree) => {
    const view = viewPlan({ kind: "QueryPlan", ...(node && { node }) }, traced(trace));
    expect(view.tree).toBe(`12.4 ms in all, planned before\n${tree}`);
  });

  it("says how long planning took, where this request was the first to ask", () => {
    const view = viewPlan({ kind: "QueryPlan" }, traced({ planningMilliseconds: 8.12345 }));
    expect(view).toEqual({
      milliseconds: 12.4,
      planning: { known: false, milliseconds: 8.123 },
      plan: null,
      tree: "12.4 ms in all, planned in 8.12 ms\nnothing to fetch",
    });
  });

  it("gives each fetch its question, its keys, its path and its figures", () => {
    const keyed = fetch("grids", {
      requires: [
        {
          kind: "InlineFragment",
          typeCondition: "Grid",
          selections: [
            { kind: "Field", name: "__typename" },
            { kind: "Field", name: "place", selections: [{ kind: "Field", name: "code" }] },
          ],
        },
      ],
      operation:
        "query Q__grids__1($representations:[_Any!]!){_entities(representations:$representations){...on Grid{name}}}",
    });
    const trace = ran(keyed, 1.00049, 2.5, {
      entities: 2,
      targets: 7,
      provenance: { joined: true, together: 3, bytes: 77 },
    });
    const { plan } = viewPlan(
      { kind: "QueryPlan", node: at("tickets.@.grid", keyed) },
      traced({ fetches: [trace] }),
    );
    expect(plan).toEqual({
      kind: "Fetch",
      subgraph: "grids",
      state: "ANSWERED",
      path: ["tickets", "@", "grid"],
      startedAt: 1,
      milliseconds: 2.5,
      entities: 2,
      objects: 7,
      joined: true,
      together: 3,
      bytes: 77,
      requires: "{\n  ... on Grid {\n    __typename\n    place {\n      code\n    }\n  }\n}",
      operation: [
        "query Q__grids__1($representations: [_Any!]!) {",
        "  _entities(representations: $representations) {",
        "    ... on Grid {",
        "      name",
        "    }",
        "  }",
        "}",
      ].join("\n"),
    });
  });

  it("tells the four things that may become of a fetch apart", () => {
    const node = sequence(
      tickets,
      departments,
      at("ticket.grid", grids),
      condition("a", { ifClause: evaluation }),
    );
    const fetches = [ran(tickets, 0, 1), ran(departments, 1, 1, { failed: true })];
    const { plan } = viewPlan({ kind: "QueryPlan", node }, traced({ fetches }));
    expect(fetchesOf(plan).map(({ subgraph, state }) => [subgraph, state])).toEqual([
      ["tickets", "ANSWERED"],
      ["departments", "FAILED"],
      ["grids", "NOTHING_TO_ASK"],
      ["evaluation", "EXCLUDED"],
    ]);
  });

  it("shows what follows each event of a subscription after the subscription itself", () => {
    const { plan } = viewPlan(
      { kind: "QueryPlan", node: { kind: "Subscription", primary: tickets, rest: at("changed", grids) } },
      traced({}),
    );
    expect(fetchesOf(plan).map(({ subgraph, path }) => [subgraph, path])).toEqual([
      ["tickets", []],
      ["grids", ["changed"]],
    ]);
  });
});
