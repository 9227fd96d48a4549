import { expect, it } from "vitest";
import type { Holder } from "../../session/holder.ts";
import { offered } from "../moves/move.ts";
import { dueOf, type Whistle } from "./whistle.ts";
import { whistleMoves } from "./whistle-moves.ts";

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
const elsewhere = holderOf("COMMUNITY_STAFF", "430105010004", "430105010004");
const performance = holderOf("PERFORMANCE_OFFICE", "430105-PERFORMANCE-OFFICE");
const arbiter = holderOf("DISTRICT_LEADER", "430105");

const part: Whistle["participants"][number] = {
  role: "LEAD",
  signedAt: null,
  arrivedAt: null,
  measuresAt: null,
  resolvedAt: null,
  releasedAt: null,
  disputedAt: null,
  disputeReason: null,
  disputeDecision: null,
  unit: { code: MARKET },
  unitNamed: { name: "市场监管局" },
};
const clock: NonNullable<Whistle["clocks"]>[number] = {
  step: "MEASURES",
  ordinal: 0,
  bearer: "LEAD",
  dueAt: "2026-06-17T16:00:00.000Z",
  metAt: null,
  pausedAt: null,
  stoppedAt: null,
  overdue: false,
};
const whistle: Whistle = {
  number: "430105-W-20260610-0001",
  state: "BLOWN",
  actsForBlower: false,
  theme: null,
  noGridYet: false,
  kindRules: {
    name: "Tackling whistle",
    nameZh: "攻坚哨",
    answeredBy: ["RESPONDER", "CHIEF_RESPONDER"],
    confirmedBy: "BLOWER",
    screenedBy: ["COMMUNITY_STAFF"],
    requiresCheckIn: false,
    taskForceFor: ["PEOPLE_NEED"],
  },
  profile: { arbiters: ["DISTRICT_LEADER"], misuseRuledBy: ["PERFORMANCE_OFFICE"] },
  blower: { code: "430105010" },
  blowerNamed: { name: "通泰街街道" },
  division: { code: "430105010003" },
  divisionNamed: { path: [] },
  clocks: [clock],
  participants: [part],
  extensions: [],
  pauses: [],
  taskForce: null,
};
const at = "2026-06-10T02:00:00.000Z";
const parts = (change: Partial<typeof part>) => ({ participants: [{ ...part, ...change }] });

it.each<[string, Partial<Whistle>, Holder, string[]]>([
  ["a called unit signs", {}, responder, ["sign", "askExtension", "dispute"]],
  [
    "then comes",
    { state: "SIGNED", ...parts({ signedAt: at }) },
    responder,
    ["arrive", "askExtension", "dispute"],
  ],
  [
    "then issues measures",
    { state: "ARRIVED", ...parts({ signedAt: at, arrivedAt: at }) },
    responder,
    ["issueMeasures", "askExtension", "dispute"],
  ],
  [
    "then reports",
    {
      state: "MEASURES_ISSUED",
      clocks: [{ ...clock, metAt: at }],
      ...parts({ signedAt: at, arrivedAt: at, measuresAt: at }),
    },
    responder,
    ["resolve"],
  ],
  [
    "an assisting unit asks no time on the lead's clock",
    parts({ role: "ASSISTING" }),
    responder,
    ["sign", "dispute"],
  ],
  ["who was let go has nothing to do", parts({ releasedAt: at }), responder, []],
  ["who contests waits", { state: "DISPUTED", ...parts({ disputedAt: at }) }, responder, []],
  [
    "for the arbiter of the district's rules",
    { state: "DISPUTED", ...parts({ disputedAt: at }) },
    arbiter,
    ["decideDispute"],
  ],
  ["the blower confirms", { state: "RESOLVED", actsForBlower: true }, leader, ["confirm"]],
  ["not the centre, unless the kind says so", { state: "RESOLVED" }, centre, []],
  [
    "which then does",
    { state: "RESOLVED", kindRules: { ...whistle.kindRules, confirmedBy: "CENTRE" } },
    centre,
    ["confirm"],
  ],
  [
    "the blower decides on time asked for, pauses and withdraws",
    {
      actsForBlower: true,
      extensions: [
        {
          step: "MEASURES",
          ordinal: 0,
          amount: 2,
          reason: "",
          decidedAt: null,
          unit: { code: MARKET },
          unitNamed: null,
        },
      ],
    },
    leader,
    ["decideExtension", "pause", "withdraw"],
  ],
  ["posts of the kind screen", { state: "DRAFT" }, staff, ["screen"]],
  ["graded is closed", { state: "EVALUATED", actsForBlower: true }, leader, ["close"]],
  ["by the centre too", { state: "EVALUATED" }, centre, ["close"]],
  ["the centre lets clocks stand still", {}, centre, ["pause"]],
  ["none that has run out", { clocks: [{ ...clock, overdue: true }] }, centre, []],
  ["nor twice: it lets them run on", { pauses: [{ resumedAt: null }] }, centre, ["resume"]],
  [
    "so does the lead",
    { state: "SIGNED", pauses: [{ resumedAt: null }], ...parts({ signedAt: at, disputedAt: at }) },
    responder,
    ["resume"],
  ],
  [
    "with measures issued nothing is withdrawn",
    { state: "RESOLVED", actsForBlower: true },
    staff,
    ["confirm"],
  ],
  ["one handed in is", { state: "DRAFT", actsForBlower: true }, member, ["withdraw"]],
  ["misuse is ruled by whom the profile names", {}, performance, ["ruleMisuse"]],
  ["not once it is confirmed", { state: "CONFIRMED" }, performance, []],
  ["the grid it lacks is given by whoever answers for the place", { noGridYet: true }, staff, ["place"]],
  ["not by those of another", { noGridYet: true }, elsewhere, []],
  [
    "a theme of the people's needs wants a task force, of the lead or the blower",
    { theme: "PEOPLE_NEED", state: "ARRIVED", ...parts({ signedAt: at, arrivedAt: at }) },
    responder,
    ["formTaskForce", "issueMeasures", "askExtension", "dispute"],
  ],
  [
    "one of them",
    { theme: "PEOPLE_NEED", taskForce: { formedAt: at }, actsForBlower: true },
    leader,
    ["pause", "withdraw"],
  ],
])("whistles: %s", (_, change, holder, names) => {
  expect(offered(whistleMoves, { ...whistle, ...change }, holder).map(({ name }) => name)).toEqual(names);
});

it("says when one's own step is due, and to others when the next of any is", () => {
  const sign = {
    ...clock,
    step: "SIGN" as const,
    bearer: "EACH" as const,
    dueAt: "2026-06-10T05:00:00.000Z",
  };
  const both = { ...whistle, clocks: [clock, sign] };
  expect(dueOf(both, responder)).toBe(sign.dueAt);
  expect(dueOf({ ...both, ...parts({ signedAt: at }) }, responder)).toBe(clock.dueAt);
  expect(dueOf(both, leader)).toBe(sign.dueAt);
  expect(dueOf({ ...both, clocks: [{ ...clock, pausedAt: at }] }, leader)).toBeUndefined();
});
