import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestSubgraph, type TestSubgraph } from "../../test/testkit/subgraph.ts";
import { servicePrincipal } from "../shared/principal.ts";
import { answeredTicket, GraphOfOthers, kaifu, newKey } from "./evaluation.fixtures.ts";
import { evaluation } from "./evaluation.subgraph.ts";

let subgraph: TestSubgraph;
const others = new GraphOfOthers();
const tickets = ["430105-20260601-000001", "430105-20260601-000002", "430105-20260601-000003"];

beforeAll(async () => {
  subgraph = await openTestSubgraph(evaluation, { graph: others.ask });
  for (const number of tickets) {
    const ticket = others.has(answeredTicket(number));
    const input = { ticket, channel: "PHONE", contacted: true, solved: false, satisfaction: "DISSATISFIED" };
    await subgraph.ask(
      "mutation Record($input: CallBackInput!) { recordCallBack(input: $input) { ordinal } }",
      { input: { ...input, opinion: "张女士说灯还是不亮。", idempotencyKey: newKey() } },
      { as: kaifu.dispatcher },
    );
  }
});
afterAll(() => subgraph.close());

const read = async (after: number, first = 100) => {
  const { data } = await subgraph.ask<{ evaluationFeed: { position: number; subject: string }[] }>(
    "query Feed($after: Int!, $first: Int!) { evaluationFeed(after: $after, first: $first) { position subject kind payload } }",
    { after, first },
    { as: servicePrincipal("tickets") },
  );
  return data.evaluationFeed;
};

describe("the feed of evaluation", () => {
  it("gives every change its place, in order and without gaps, from where a follower stands", async () => {
    expect((await read(0)).map(({ position, subject }) => [position, subject])).toEqual(
      tickets.map((ticket, index) => [index + 1, ticket]),
    );
    expect((await read(1, 1)).map(({ position }) => position)).toEqual([2]);
    expect(await read(3)).toEqual([]);
  });

  it("carries codes and numbers, never what a person said", async () => {
    expect(JSON.stringify(await read(0))).not.toContain("张女士");
    expect((await read(2))[0]).toEqual({
      position: 3,
      subject: tickets[2],
      kind: "CALL_BACK_RECORDED",
      payload: {
        ticket: tickets[2],
        contacted: true,
        solved: false,
        satisfaction: "DISSATISFIED",
        valid: true,
      },
    });
  });
});
