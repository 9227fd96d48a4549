import { expect, it } from "vitest";
import { offered } from "../../../parts/moves/move.ts";
import type { Holder } from "../../../session/holder.ts";
import type { Ticket } from "./ticket.ts";
import { ticketMoves } from "./ticket-moves.ts";

const MARKET = "430105-MARKET-SUPERVISION";

const holderOf = (post: string, unit: string, division = unit.slice(0, 6)): Holder => ({
  id: post,
  name: post,
  post,
  unit,
  division,
  scopes: [],
  endsAt: 0,
});
const centre = holderOf("CENTRE_DISPATCHER", "430105-COMMAND-CENTRE");
const responder = holderOf("RESPONDER", MARKET, "430105010");
const leader = holderOf("SUBDISTRICT_LEADER", "430105010", "430105010");
const staff = holderOf("COMMUNITY_STAFF", "430105010003", "430105010003");
const member = holderOf("GRID_MEMBER", "430105010003", "430105010003");

const ticket: Ticket = {
  number: "430105-20260610-000001",
  title: "食品安全",
  state: "RECEIVED",
  urgency: "ORDINARY",
  receivedAt: "2026-06-10T01:00:00.000Z",
  dueAt: "2026-06-17T16:00:00.000Z",
  handledAt: null,
  feedbackAt: null,
  calledBackAt: null,
  ledgeredAt: null,
  struckOffAt: null,
  noGridYet: false,
  solved: null,
  publicReply: null,
  division: { code: "430105010003" },
  divisionNamed: { path: [] },
  grid: null,
  gridNamed: null,
  handlingUnit: null,
  handlingUnitNamed: null,
  matter: null,
  matterNamed: null,
  item: null,
  itemNamed: null,
  matchedUnit: null,
  matchedUnitNamed: null,
  dispatches: [],
  extensions: [],
  tasks: [],
};
const withMarket = { handlingUnit: { code: MARKET }, handlingUnitNamed: null };
const asked = {
  extensions: [
    {
      days: 3,
      reason: "",
      askedAt: "2026-06-10T01:00:00.000Z",
      decidedAt: null,
      unit: null,
      unitNamed: null,
    },
  ],
};

it.each<[string, Partial<Ticket>, Holder, string[]]>([
  ["the centre matches what came in", {}, centre, ["match", "reject"]],
  ["and places it first where it has no grid", { noGridYet: true }, centre, ["locate", "match", "reject"]],
  ["the community of the place verifies", {}, staff, ["verify"]],
  ["a grid member reads", {}, member, []],
  ["the centre sends what is matched", { state: "MATCHED" }, centre, ["dispatch", "match"]],
  ["the unit signs or sends back", { state: "DISPATCHED", ...withMarket }, responder, ["sign", "return"]],
  ["who is not the unit does neither", { state: "DISPATCHED", ...withMarket }, staff, []],
  ["then starts or sends back", { state: "SIGNED", ...withMarket }, responder, ["start", "return"]],
  [
    "then reports or asks for time",
    { state: "IN_PROGRESS", ...withMarket },
    responder,
    ["handle", "askExtension"],
  ],
  ["one question at a time", { state: "IN_PROGRESS", ...withMarket, ...asked }, responder, ["handle"]],
  [
    "which the centre decides",
    { state: "IN_PROGRESS", ...withMarket, ...asked },
    centre,
    ["decideExtension", "supervise"],
  ],
  ["a leader presses", { state: "SIGNED", ...withMarket }, leader, ["supervise"]],
  ["the unit answers", { state: "HANDLED", ...withMarket }, responder, ["giveFeedback"]],
  ["unsolved goes to the ledger", { state: "FEEDBACK_GIVEN", solved: false }, centre, ["ledger"]],
  ["what may be solved waits for the call-back", { state: "FEEDBACK_GIVEN", solved: true }, centre, []],
  ["confirmed is struck off", { state: "CALLED_BACK" }, centre, ["strikeOff", "reopen"]],
  ["and put on file", { state: "STRUCK_OFF" }, centre, ["archive", "reopen"]],
  ["nothing more with what is on file", { state: "ARCHIVED" }, centre, []],
])("tickets: %s", (_, change, holder, names) => {
  expect(offered(ticketMoves, { ...ticket, ...change }, holder).map(({ name }) => name)).toEqual(names);
});
