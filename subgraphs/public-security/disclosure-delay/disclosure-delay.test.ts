import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { type Principal, Rows } from "../../shared/principal.ts";
import {
  an,
  granted,
  neighbour,
  openPublicSecurity,
  people,
  type TestPublicSecurity,
} from "../public-security.fixtures.ts";

let subgraph: TestPublicSecurity;

beforeAll(async () => {
  subgraph = await openPublicSecurity({ seeded: false });
});
afterAll(() => subgraph?.close());

const ordered = new Date("2026-06-01T09:00:00+08:00");
const later = (day: string) => new Date(`${day}T09:00:00+08:00`);
const why = "正在侦办的案件需要保密，告知将妨碍侦查。";

let keys = 0;
async function change(
  call: string,
  { as = people.chief as Principal, at = ordered, key = `delay-test-${++keys}` } = {},
) {
  const { data, errors } = await subgraph.ask<{ answer: Record<string, unknown> }>(
    `mutation { answer: ${call.replace(/\)$/, `, idempotencyKey: "${key}")`)} {
       id subjectKind subject reason beganAt until endedEarlyAt endReason disclosed orderedBy { code }
       extensions { reason until } } }`,
    {},
    { as, at },
  );
  return { code: errors[0]?.code, row: data?.answer };
}
const order = (subject: string, until = "2026-09-30", kind = "RESIDENT", reason = why) =>
  `delayDisclosure(input: { subjectKind: ${kind}, subject: "${subject}", reason: "${reason}", until: "${until}" })`;
const extend = (id: unknown, until: string, reason = why) =>
  `extendDisclosureDelay(id: "${id}", until: "${until}", reason: "${reason}")`;
const end = (id: unknown, reason = "案件已经公开审理，无需保密。") =>
  `endDisclosureDelay(id: "${id}", reason: "${reason}")`;

const inForce = async (subjects: readonly string[], at: Date, as: Principal = people.teller) => {
  const { data, errors } = await subgraph.ask<{
    disclosureDelays: { resident: string | null; accessRecord: string | null }[];
  }>(
    `query ($residents: [ID!]!, $records: [ID!]!) {
       disclosureDelays(residents: $residents, accessRecords: $records) { resident accessRecord caseNumber } }`,
    {
      residents: subjects.filter((subject) => subject.includes("-R-")),
      records: subjects.filter((subject) => !subject.includes("-R-")),
    },
    { as, at },
  );
  return { code: errors[0]?.code, delays: data?.disclosureDelays };
};
/** The subjects alone. */
const kept = async (subjects: readonly string[], at: Date, as: Principal = people.teller) => {
  const { code, delays } = await inForce(subjects, at, as);
  return code ?? delays.map(({ resident, accessRecord }) => resident ?? accessRecord);
};

describe("an order not to tell yet (延迟告知)", () => {
  it.each([
    ["a responder of the bureau", order(an), people.bureau, "FORBIDDEN"],
    ["a station's chief", order(an), people.stationChief, "FORBIDDEN"],
    ["another department's chief", order(an), granted(Rows.ALL), "FORBIDDEN"],
    ["of another district's resident", order("110117-R-005001001-001-1"), people.chief, "DISCLOSURE_SUBJECT"],
    ["of nothing", order(""), people.chief, "DISCLOSURE_SUBJECT"],
    [
      "of what is no id",
      order("two words", "2026-09-30", "ACCESS_RECORD"),
      people.chief,
      "DISCLOSURE_SUBJECT",
    ],
    ["until yesterday", order(an, "2026-05-31"), people.chief, "DISCLOSURE_DELAY_UNTIL"],
    ["for longer than six months", order(an, "2026-12-02"), people.chief, "DISCLOSURE_DELAY_UNTIL"],
    ["without a reason", order(an, "2026-09-30", "RESIDENT", "  保密   "), people.chief, "BAD_INPUT"],
  ])("is refused: %s", async (_, call, as, code) => {
    expect((await change(call, { as })).code).toBe(code);
  });

  it("holds from that moment to the end of its last day in China", async () => {
    const { row } = await change(order(an, "2026-12-01"));
    expect(row).toMatchObject({
      subjectKind: "RESIDENT",
      subject: an,
      beganAt: ordered.toISOString(),
      until: "2026-12-01T16:00:00.000Z",
      endedEarlyAt: null,
      disclosed: false,
      orderedBy: { code: "430105-PUBLIC-SECURITY" },
      extensions: [],
    });
    expect(await kept([an, neighbour], ordered)).toEqual([an]);
    expect(await kept([an], new Date("2026-12-01T15:59:59.999Z"))).toEqual([an]);
    expect(await kept([an], new Date("2026-12-01T16:00:00Z"))).toEqual([]);
    expect(await kept([an], new Date("2026-06-01T00:59:59Z"))).toEqual([]);
  });

  it("is one at a time for a subject; the same request again is the same order", async () => {
    const first = await change(order(neighbour), { key: "delay-once-only" });
    const again = await change(order(neighbour), { key: "delay-once-only" });
    expect(again.row).toEqual(first.row);
    expect((await change(order(neighbour))).code).toBe("DISCLOSURE_DELAY_OVERLAPS");
    expect((await change(order(neighbour, "2026-09-30", "ACCESS_RECORD"))).code).toBeUndefined();
  });

  it("of two who order at once one is told so", async () => {
    const subject = "access-of-two";
    const both = await Promise.all([1, 2].map(() => change(order(subject, "2026-09-30", "ACCESS_RECORD"))));
    expect(both.map(({ code }) => code).sort()).toEqual(["DISCLOSURE_DELAY_OVERLAPS", undefined]);
  });
});

describe("an order for one case", () => {
  const person = "430105-R-of-a-case";
  const ofCase = (caseNumber: string, subject = person, kind = "RESIDENT") =>
    order(subject, "2026-09-30", kind).replace("reason:", `caseNumber: "${caseNumber}", reason:`);

  it("stands beside others of the same person, each by its case", async () => {
    const cases = ["430105-20260501-000007", "430105-20260502-000001"];
    for (const number of cases) expect((await change(ofCase(number))).code).toBeUndefined();
    expect((await change(ofCase(cases[0] ?? ""))).code).toBe("DISCLOSURE_DELAY_OVERLAPS");
    expect((await change(order(person))).code).toBeUndefined();
    const { delays } = await inForce([person], ordered);
    expect(delays).toEqual(
      [...cases, null].map((caseNumber) => ({ resident: person, accessRecord: null, caseNumber })),
    );
  });

  it.each([
    ["of another district", ofCase("110117-20260501-000007")],
    ["that is none", ofCase("a case")],
    ["with an access record", ofCase("430105-20260501-000007", "access-9", "ACCESS_RECORD")],
  ])("is refused with a case %s", async (_, call) => {
    expect((await change(call)).code).toBe("BAD_INPUT");
  });

  it("of an access record is told as that record's", async () => {
    await change(order("access-10", "2026-09-30", "ACCESS_RECORD"));
    const { delays } = await inForce(["access-10"], ordered);
    expect(delays).toEqual([{ resident: null, accessRecord: "access-10", caseNumber: null }]);
  });

  it("of a resident is no access record's of the same name", async () => {
    const { data } = await subgraph.ask<{ disclosureDelays: object[] }>(
      `{ disclosureDelays(accessRecords: ["${person}"]) { resident } }`,
      {},
      { as: people.teller, at: ordered },
    );
    expect(data.disclosureDelays).toEqual([]);
  });
});

describe("while it is in force", () => {
  it("it is extended with a reason, further than before and six months from that day at most", async () => {
    const { row } = await change(order("access-1", "2026-09-30", "ACCESS_RECORD"));
    const at = later("2026-09-15");
    const refused = async (call: string, as: Principal = people.chief) =>
      (await change(call, { at, as })).code;
    expect(await refused(extend(row?.id, "2026-09-30"))).toBe("DISCLOSURE_DELAY_UNTIL");
    expect(await refused(extend(row?.id, "2027-03-16"))).toBe("DISCLOSURE_DELAY_UNTIL");
    expect(await refused(extend(row?.id, "2027-03-15", "短"))).toBe("BAD_INPUT");
    expect(await refused(extend(row?.id, "2027-03-15"), people.bureau)).toBe("NOT_FOUND");
    expect(await refused(extend(row?.id, "2027-03-15"), people.otherDistrict)).toBe("NOT_FOUND");
    expect(await refused(extend("no-id-at-all", "2027-03-15"))).toBe("NOT_FOUND");
    const extended = await change(extend(row?.id, "2026-10-01"), { at });
    expect(extended.row).toMatchObject({ until: "2026-10-01T16:00:00.000Z" });
    const twice = await change(extend(row?.id, "2027-03-15"), { at });
    expect(twice.row?.extensions).toEqual([
      { reason: why, until: "2026-10-01T16:00:00.000Z" },
      { reason: why, until: "2027-03-15T16:00:00.000Z" },
    ]);
    expect(await kept(["access-1"], later("2027-03-15"))).toEqual(["access-1"]);
  });

  it("it is ended as soon as its reason is gone, and then all is told", async () => {
    const { row } = await change(order("access-2", "2026-09-30", "ACCESS_RECORD"));
    const at = later("2026-07-01");
    const ended = await change(end(row?.id), { at });
    expect(ended.row).toMatchObject({
      until: at.toISOString(),
      endedEarlyAt: at.toISOString(),
      endReason: "案件已经公开审理，无需保密。",
      disclosed: true,
    });
    expect(await kept(["access-2"], at)).toEqual([]);
    for (const call of [end(row?.id), extend(row?.id, "2026-12-01")]) {
      expect((await change(call, { at })).code).toBe("DISCLOSURE_DELAY_OVER");
    }
    const anew = await change(order("access-2", "2026-09-30", "ACCESS_RECORD"), { at: later("2026-07-02") });
    expect(anew.code).toBeUndefined();
  });

  it("what ran out is neither extended nor ended", async () => {
    const { row } = await change(order("access-3", "2026-06-30", "ACCESS_RECORD"));
    const at = new Date("2026-06-30T16:00:00Z");
    expect((await change(extend(row?.id, "2026-12-01"), { at })).code).toBe("DISCLOSURE_DELAY_OVER");
    expect((await change(end(row?.id), { at })).code).toBe("DISCLOSURE_DELAY_OVER");
  });
});

describe("who knows of it", () => {
  const seen = async (as: Principal | undefined) => {
    const { data } = await subgraph.ask<{
      disclosureDelayOrders: { edges: { node: { subject: string } }[] } | null;
    }>(
      `{ disclosureDelayOrders(filter: { subject: "${an}" }) { edges { node { subject reason } } } }`,
      {},
      as ? { as } : {},
    );
    return data.disclosureDelayOrders?.edges.length ?? 0;
  };
  it.each<[string, Principal | undefined, number]>([
    ["the principal officer of the district", people.chief, 1],
    ["the bureau's other officers", people.bureau, 0],
    ["a station's chief", people.stationChief, 0],
    ["another district's principal officer", people.otherDistrict, 0],
    ["another department, whatever it was granted", granted(Rows.ALL), 0],
    ["the person herself", people.resident, 0],
    ["a service", people.teller, 0],
    ["nobody", undefined, 0],
  ])("%s", async (_, as, delays) => expect(await seen(as)).toBe(delays));

  it.each([
    ["the principal officer", people.chief],
    ["another service", { ...people.teller, id: "service:tickets", unit: "tickets" }],
    ["a person whose unit is called so", { ...people.market, unit: "stewardship" }],
  ])("only the service that tells people asks what is kept back: not %s", async (_, as) => {
    expect(await kept([an], ordered, as)).toBe("FORBIDDEN");
  });

  it("not of more than it may ask at once", async () => {
    const subjects = Array.from({ length: 501 }, (_, index) => `access-${index}`);
    expect(await kept(subjects, ordered)).toBe("PAGE_TOO_LARGE");
    expect(await statementsOf(subgraph.database, () => kept(subjects.slice(1), ordered))).toHaveLength(1);
  });

  it("not by its reference, its id or the log: the log says neither of whom nor why", async () => {
    const { row } = await change(order("430105-R-secret", "2026-09-30"));
    const { data } = await subgraph.ask<{ disclosureDelay: null; _entities: unknown[] }>(
      `query ($of: [_Any!]!) { disclosureDelay(id: "${row?.id}") { id } _entities(representations: $of) { ... on DisclosureDelay { id } } }`,
      { of: [{ __typename: "DisclosureDelay", id: row?.id }] },
      { as: people.bureau },
    );
    expect(data).toEqual({ disclosureDelay: null, _entities: [null] });
    const feed = await subgraph.ask<{ publicSecurityFeed: { subject: string }[] }>(
      "{ publicSecurityFeed(after: 0, first: 500) { subject kind payload actorUnit } }",
      {},
      { as: people.teller },
    );
    expect(feed.data.publicSecurityFeed.map(({ subject }) => subject)).toContain(row?.id);
    expect(JSON.stringify(feed.data)).not.toMatch(/-R-|access-|侦查/);
  });

  it("a page of delays with their extensions is two statements", async () => {
    const statements = await statementsOf(subgraph.database, () =>
      subgraph.ask(
        "{ disclosureDelayOrders(filter: { inForce: true }) { edges { node { id extensions { until } } } } }",
        {},
        { as: people.chief },
      ),
    );
    expect(statements).toHaveLength(2);
  });

  it("those in force now are told from those that are over", async () => {
    const find = async (inForce: boolean, day: string) => {
      const { data } = await subgraph.ask<{ disclosureDelayOrders: { edges: unknown[] } }>(
        `{ disclosureDelayOrders(filter: { inForce: ${inForce}, subject: "access-2" }) { edges { node { id } } } }`,
        {},
        { as: people.chief, at: later(day) },
      );
      return data.disclosureDelayOrders.edges.length;
    };
    expect([await find(true, "2026-07-03"), await find(false, "2026-07-03")]).toEqual([1, 1]);
    expect([await find(true, "2027-07-03"), await find(false, "2027-07-03")]).toEqual([0, 2]);
  });
});

describe("whoever writes to the table", () => {
  it("ends no order early without a reason", async () => {
    const { row } = await change(order("access-4", "2026-09-30", "ACCESS_RECORD"));
    const broken = subgraph.database.query(
      "UPDATE disclosure_delay SET ended_early_at = until WHERE id = $1",
      [row?.id],
    );
    await expect(broken).rejects.toMatchObject({ driverError: { code: "23514" } });
  });
});
