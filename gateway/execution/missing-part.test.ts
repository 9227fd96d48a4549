import { describe, expect, it } from "vitest";
import { type refuse, sharedErrors } from "../../subgraphs/shared/errors.ts";
import { type Details, refusal } from "../../subgraphs/shared/refusal.ts";
import { supergraphOf } from "../supergraph/supergraph.ts";
import { ofMissingPart } from "./missing-part.ts";

const { subgraphs } = supergraphOf(`
  schema @tag(name: "owner:tickets:COMMAND-CENTRE:指挥中心") @tag(name: "owner:civil-affairs:CIVIL-AFFAIRS:民政局") { query: Query }
  enum join__Graph {
    CIVIL_AFFAIRS @join__graph(name: "civil-affairs", url: "subgraph://civil-affairs")
    NOTES @join__graph(name: "notes", url: "subgraph://notes")
    TICKETS @join__graph(name: "tickets", url: "subgraph://tickets")
  }`);
const owners = new Map(subgraphs.map(({ name, owner }) => [name, owner]));

const command = { owner: "COMMAND-CENTRE", ownerZh: "指挥中心" };
const civil = { owner: "CIVIL-AFFAIRS", ownerZh: "民政局" };

type Code = Parameters<typeof refuse>[0];

describe("whatever an answer lacks says in one way whose part it is", () => {
  it.each<[string, Code, Details, string | undefined, Details]>([
    [
      "a system that is down",
      "SUBGRAPH_UNAVAILABLE",
      { subgraph: "tickets" },
      "tickets",
      { subgraph: "tickets", ...command },
    ],
    [
      "one that waits for another, which is down",
      "SUBGRAPH_UNAVAILABLE",
      { subgraph: "civil-affairs" },
      "tickets",
      { subgraph: "civil-affairs", ...civil },
    ],
    [
      "one that failed by itself",
      "INTERNAL_SERVER_ERROR",
      { reference: "r" },
      "civil-affairs",
      { reference: "r", subgraph: "civil-affairs", ...civil },
    ],
    [
      "what takes a grant",
      "WITHHELD",
      { coordinate: "Aid.state", reason: "NO_GRANTS", subgraph: "civil-affairs" },
      "tickets",
      { coordinate: "Aid.state", reason: "NO_GRANTS", subgraph: "civil-affairs", ...civil },
    ],
    [
      "what its owner's own rule withholds",
      "WITHHELD",
      { coordinate: "Ticket.findings" },
      "tickets",
      { coordinate: "Ticket.findings", reason: "OWNER_RULE", subgraph: "tickets", ...command },
    ],
    ["one whose owner is not told", "BUSY", { subgraph: "notes" }, "notes", { subgraph: "notes" }],
    ["nobody's in particular", "WITHHELD", { coordinate: "Node.id" }, undefined, { coordinate: "Node.id" }],
    ["what the caller did", "NOT_FOUND", { id: "1" }, "tickets", { id: "1" }],
  ])("%s", (_, code, details, subgraph, named) => {
    const reason = ofMissingPart(refusal(code, sharedErrors[code], details).toJSON(), subgraph, owners);
    expect(reason.extensions?.details).toEqual(named);
    expect(reason.extensions?.code).toBe(code);
  });

  it.each<[string, Code, Details, object]>([
    [
      "a system that is down",
      "SUBGRAPH_UNAVAILABLE",
      { subgraph: "tickets" },
      { messageZh: "指挥中心系统暂时无法访问；其余部分有效，请稍后重试该部分。" },
    ],
    [
      "what takes a grant, its coordinate as it was asked for",
      "WITHHELD",
      { coordinate: "Query.tickets", subgraph: "tickets", neededZh: "tickets 的相应授权" },
      {
        messageZh: "Query.tickets 未向您开放：需要指挥中心的相应授权，请向数据所有单位申请。",
        details: { neededZh: "指挥中心的相应授权" },
      },
    ],
  ])("and says it in Chinese by the owner's name: %s", (_, code, details, said) => {
    const { extensions } = ofMissingPart(
      refusal(code, sharedErrors[code], details).toJSON(),
      "tickets",
      owners,
    );
    expect(extensions).toMatchObject(said);
  });
});
