import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Post, type Principal, servicePrincipal } from "../../shared/principal.ts";
import { ganzhou, ganzhouEstablishment } from "../departments.fixtures.ts";
import { departments } from "../departments.subgraph.ts";

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openTestSubgraph(departments);
  await ganzhouEstablishment(subgraph.database);
});
afterAll(() => subgraph.close());

const centre = person(Post.CENTRE_DISPATCHER, { unit: ganzhou.centre, division: ganzhou.district });
const keeper = person(Post.LIST_KEEPER, { unit: ganzhou.keeper, division: ganzhou.district });
const staff = person(Post.COMMUNITY_STAFF, { unit: ganzhou.eastGate });
const resident = person(Post.RESIDENT, { unit: ganzhou.eastGate });
const elsewhere = person(Post.CENTRE_DISPATCHER, { unit: "110117-COMMAND-CENTRE", division: "110117" });

const at = (text: string): string => new Date(`${text}:00+08:00`).toISOString();
/** Tests speak on 1 June 2026, at nine. */
const now = "2026-06-01T09:00";

let keys = 0;
const newKey = () => `duty-shift-test-${++keys}`;

interface Shift {
  readonly id: string;
  readonly name: string;
  readonly beginsAt: string;
  readonly endsAt: string;
}
async function does(mutation: string, declared: string, variables: object, as: Principal, when = now) {
  const passed = [...declared.matchAll(/\$(\w+):/g)].map(([, name]) => `${name}: $${name}`).join(", ");
  const { data, errors } = await subgraph.ask<Record<string, Shift> | null>(
    `mutation (${declared}, $key: String!) { ${mutation}(${passed}, idempotencyKey: $key) { id name beginsAt endsAt } }`,
    { ...variables, key: newKey() },
    { as, at: new Date(at(when)) },
  );
  return { shift: data?.[mutation], code: errors[0]?.code };
}
const named = (name: string) => ({ personId: `person:${name}`, name, post: "值班员", phone: "13900000009" });
const plan = (name: string, from: string, until: string, more: object = {}, as = centre, when = now) =>
  does(
    "planShift",
    "$input: PlanShiftInput!",
    {
      input: {
        unit: ganzhou.centre,
        job: "热线接听",
        ...named(name),
        beginsAt: at(from),
        endsAt: at(until),
        ...more,
      },
    },
    as,
    when,
  );
const end = (id: string | undefined, until: string, as = centre, when = now) =>
  does("endShift", "$id: ID!, $until: DateTimeISO!", { id, until: at(until) }, as, when);
const relieve = (id: string | undefined, from: string, name: string, as = centre, when = now) =>
  does(
    "relieveShift",
    "$id: ID!, $from: DateTimeISO!, $by: OnDutyInput!",
    { id, from: at(from), by: named(name) },
    as,
    when,
  );

const onDuty = async (when: string, as: Principal = staff) => {
  const { data } = await subgraph.ask<{ onDuty: { name: string }[] }>(
    "query ($unit: String!, $at: DateTimeISO!) { onDuty(unit: $unit, at: $at) { name } }",
    { unit: ganzhou.centre, at: at(when) },
    { as },
  );
  return data.onDuty.map(({ name }) => name);
};
const gaps = async (from: string, until: string, as: Principal = centre) => {
  const { data, errors } = await subgraph.ask<{ shiftGaps: { from: string; until: string }[] }>(
    `query ($from: DateTimeISO!, $until: DateTimeISO!) {
      shiftGaps(district: "${ganzhou.district}", from: $from, until: $until) { unit { code } from until } }`,
    { from: at(from), until: at(until) },
    { as },
  );
  return errors[0]?.code ?? data.shiftGaps;
};

describe("the roster of the centre (ZY-12, GZ-16)", () => {
  it("GZ-16: a call at 23:40 finds who is on duty; what nobody covers is a gap", async () => {
    expect(await gaps("2026-06-02T00:00", "2026-06-03T00:00")).toEqual([
      { unit: { code: ganzhou.centre }, from: at("2026-06-02T00:00"), until: at("2026-06-03T00:00") },
    ]);
    await plan("脱晓东", "2026-06-02T08:00", "2026-06-02T18:00");
    await plan("妥建民", "2026-06-02T17:30", "2026-06-03T08:00", { job: "任务分派" }, keeper);
    expect(await onDuty("2026-06-02T23:40")).toEqual(["妥建民"]);
    expect(await onDuty("2026-06-02T17:40")).toEqual(["妥建民", "脱晓东"].sort((a, b) => (a < b ? -1 : 1)));
    expect(await onDuty("2026-06-02T07:59")).toEqual([]);
    expect(await onDuty("2026-06-03T08:00")).toEqual([]);
    expect(await gaps("2026-06-02T00:00", "2026-06-03T10:00")).toEqual([
      { unit: { code: ganzhou.centre }, from: at("2026-06-02T00:00"), until: at("2026-06-02T08:00") },
      { unit: { code: ganzhou.centre }, from: at("2026-06-03T08:00"), until: at("2026-06-03T10:00") },
    ]);
    expect(await gaps("2026-06-02T00:00", "2026-08-03T10:00")).toBe("BAD_INPUT");
  });

  it("ZY-12: a shift under way is relieved without a moment between; what was stays", async () => {
    const { shift } = await plan("鲁成", "2026-06-05T08:00", "2026-06-05T20:00");
    const { shift: relief } = await relieve(
      shift?.id,
      "2026-06-05T14:00",
      "火云峰",
      centre,
      "2026-06-05T13:00",
    );
    expect(relief).toMatchObject({
      name: "火云峰",
      beginsAt: at("2026-06-05T14:00"),
      endsAt: at("2026-06-05T20:00"),
    });
    expect([await onDuty("2026-06-05T13:59"), await onDuty("2026-06-05T14:00")]).toEqual([
      ["鲁成"],
      ["火云峰"],
    ]);
    expect(await gaps("2026-06-05T08:00", "2026-06-05T20:00")).toEqual([]);
    const { data } = await subgraph.ask<{ dutyShifts: object[] }>(
      `{ dutyShifts(unit: "${ganzhou.centre}", from: "${at("2026-06-05T00:00")}", until: "${at("2026-06-06T00:00")}")
         { name job endsAt unit { code } } }`,
      {},
      { as: staff },
    );
    const row = { job: "热线接听", unit: { code: ganzhou.centre } };
    expect(data.dutyShifts).toEqual([
      { name: "鲁成", endsAt: at("2026-06-05T14:00"), ...row },
      { name: "火云峰", endsAt: at("2026-06-05T20:00"), ...row },
    ]);
  });

  it("ZY-12: one that has not begun is taken off the roster, or taken over whole", async () => {
    const { shift } = await plan("雒文", "2026-06-08T08:00", "2026-06-08T20:00");
    const { shift: instead } = await relieve(shift?.id, "2026-06-08T08:00", "卯生", centre);
    expect(instead).toMatchObject({ beginsAt: at("2026-06-08T08:00"), endsAt: at("2026-06-08T20:00") });
    expect(await onDuty("2026-06-08T12:00")).toEqual(["卯生"]);
    await end(instead?.id, "2026-06-08T08:00");
    expect(await onDuty("2026-06-08T12:00")).toEqual([]);
    expect((await end(instead?.id, "2026-06-08T09:00")).code).toBe("SHIFT_OVER");
  });

  it("ZY-12: of two shifts of one person at a time one stands", async () => {
    const twice = await Promise.all(
      ["2026-06-10T08:00", "2026-06-10T12:00"].map((from) => plan("折军", from, "2026-06-10T20:00")),
    );
    expect(twice.map(({ code }) => code ?? "planned").sort()).toEqual(["SHIFT_OVERLAPS", "planned"]);
  });

  it.each<[string, () => Promise<{ code: unknown }>, string]>([
    ["in the past", () => plan("权明", "2026-06-01T08:00", "2026-06-01T18:00"), "SHIFT_IN_THE_PAST"],
    ["longer than a day", () => plan("权明", "2026-06-20T08:00", "2026-06-21T08:01"), "SHIFT_LENGTH"],
    [
      "that ends before it begins",
      () => plan("权明", "2026-06-20T08:00", "2026-06-20T08:00"),
      "SHIFT_LENGTH",
    ],
    [
      "at a unit nobody knows",
      () => plan("权明", "2026-06-20T08:00", "2026-06-20T18:00", { unit: "620702-X" }),
      "NOT_FOUND",
    ],
    [
      "without a telephone",
      () => plan("权明", "2026-06-20T08:00", "2026-06-20T18:00", { phone: "110" }),
      "BAD_INPUT",
    ],
    ["by a community", () => plan("权明", "2026-06-20T08:00", "2026-06-20T18:00", {}, staff), "FORBIDDEN"],
    [
      "by another district",
      () => plan("权明", "2026-06-20T08:00", "2026-06-20T18:00", {}, elsewhere),
      "FORBIDDEN",
    ],
  ])("ZY-12: no shift is planned %s", async (_, act, code) => {
    expect((await act()).code).toBe(code);
  });

  it("ZY-12: what has begun is never changed, only ended: neither here nor in the database", async () => {
    const { shift } = await plan("祁山", "2026-06-15T08:00", "2026-06-15T20:00");
    const noon = "2026-06-15T12:00";
    const ending = async (until: string, when = noon) => (await end(shift?.id, until, centre, when)).code;
    expect(await ending("2026-06-15T11:00")).toBe("SHIFT_IN_THE_PAST");
    expect(await ending("2026-06-15T20:00")).toBe("SHIFT_PROLONGED");
    expect(await ending("2026-06-15T08:00", "2026-06-15T08:00")).toBe("SHIFT_BEGUN");
    expect(await ending("2026-06-15T19:00", "2026-06-15T20:00")).toBe("SHIFT_OVER");
    expect((await end(shift?.id, "2026-06-15T18:00", elsewhere, noon)).code).toBe("NOT_FOUND");
    expect(await ending("2026-06-15T18:00")).toBeUndefined();
    for (const change of [
      "UPDATE duty_shift SET name = '他人'",
      "UPDATE duty_shift SET ends_at = ends_at + interval '1 hour'",
      "DELETE FROM duty_shift",
    ])
      await expect(subgraph.database.query(change)).rejects.toThrow("a shift only ends sooner");
  });

  it("is read by those in office in the district; from many units in one query", async () => {
    for (const as of [resident, elsewhere, servicePrincipal("evaluation")])
      expect(await onDuty("2026-06-02T23:40", as)).toEqual([]);
    expect(await gaps("2026-06-02T00:00", "2026-06-02T08:00", elsewhere)).toEqual([]);
    const representations = [ganzhou.centre, ganzhou.street].map((code) => ({ __typename: "Unit", code }));
    let answer: { data: { _entities: { onDuty: { name: string; phone: string }[] }[] } } | undefined;
    const statements = await statementsOf(subgraph.database, async () => {
      answer = await subgraph.ask(
        "query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Unit { onDuty { name phone } } } }",
        { representations },
        { as: staff, at: new Date(at("2026-06-02T23:40")) },
      );
    });
    expect(answer?.data._entities).toEqual([
      { onDuty: [{ name: "妥建民", phone: "13900000009" }] },
      { onDuty: [] },
    ]);
    expect(statements).toHaveLength(2);
  });

  it("the log says when somebody was on duty where, and not who", async () => {
    const log = await subgraph.database.query(
      "SELECT kind, payload FROM log_entry WHERE kind LIKE 'DUTY_SHIFT_%' ORDER BY sequence LIMIT 1",
    );
    expect(log).toEqual([
      {
        kind: "DUTY_SHIFT_PLANNED",
        payload: {
          unit: ganzhou.centre,
          job: "热线接听",
          beginsAt: at("2026-06-02T08:00"),
          endsAt: at("2026-06-02T18:00"),
        },
      },
    ]);
  });
});
