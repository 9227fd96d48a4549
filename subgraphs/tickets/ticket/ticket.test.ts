import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { chargingItem, graphOf, housing, people, plainAnswers, TicketStory } from "../tickets.fixtures.ts";
import { tickets } from "../tickets.subgraph.ts";

let subgraph: TestSubgraph;
let story: TicketStory;
beforeAll(async () => {
  subgraph = await openTestSubgraph(tickets, { graph: graphOf(plainAnswers) });
  story = new TicketStory(subgraph);
});
afterAll(() => subgraph.close());

describe("a ticket", () => {
  it("goes from intake to feedback with an entry time for every step (PG-2)", async () => {
    const number = await story.answered();
    const { ticket } = await story.must<{ ticket: Record<string, unknown> }>(
      `query ($number: String!) { ticket(number: $number) {
        state steps { name enteredAt skipped } item { code } listId listVersion matchedOn
        firstReceiver { code } dispatches { turn unit { code } listVersion }
        log { edges { node { kind payload } } }
      } }`,
      { number },
      { as: people.dispatcher },
    );
    expect(ticket).toMatchObject({
      state: "FEEDBACK_GIVEN",
      item: { code: chargingItem },
      listVersion: 3,
      matchedOn: "2026-06-01",
      firstReceiver: { code: housing },
      dispatches: [{ turn: 1, unit: { code: housing }, listVersion: 3 }],
    });
  });
});
