import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { modes, startTestStack, type TestStack } from "../../testkit/stack.ts";
import { layGround, place, unit } from "../ground.ts";

const owner = "kaifu-civil-steward";
const ownStaff = "kaifu-civil-responder";
const reader = "kaifu-market-responder";

const query = `query ElderlyInGrid($grid: GridCode!) {
  grid(code: $grid) { name elderlyLivingAlone(first: 5) { edges { node { residentId name ageGroup contactPhone } } } }
}`;

interface Page {
  readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[];
}

/** One department reads what another holds of people: asked for, granted, on record, taken back. */
describe.each(modes)("a lawful read of another department's data, %s", (mode) => {
  let stack: TestStack;
  let agreement: string;
  let grant: string;
  let key = 0;

  beforeAll(async () => {
    stack = await startTestStack(mode);
    await layGround(stack);
    stack.setClock("2026-06-01T09:00:00+08:00");
    const civilAffairs = new Client({ connectionString: stack.databaseUrls.get("civil-affairs") });
    await civilAffairs.connect();
    await civilAffairs.query(
      `INSERT INTO elderly_living_alone (district_code, resident_id, place_code, name, address, age_group,
         living_situation, uses_smartphone, contact_name, contact_phone, contact_relation, source, recorded_on,
         valid_until, retain_until)
       VALUES ('430105', '430105-R-1', $1, '安秀兰', '连升街社区3号楼2单元301', 'AGED_80_TO_89', 'CHILDREN_ELSEWHERE',
         false, '安小宝', '13812345678', 'CHILD', 'HOUSEHOLD_VISIT', '2026-05-01', '2027-04-30', '2028-04-30')`,
      [place.marketGrid],
    );
    await civilAffairs.end();
  });
  afterAll(() => stack?.stop());

  const read = async (as: string, stated: Record<string, string> = {}) => {
    const asked = { grid: place.marketGrid };
    const { data, errors } = await stack.ask<{ grid: { name: string; elderlyLivingAlone: Page | null } }>(
      query,
      asked,
      as,
      stated,
    );
    return {
      place: data.grid.name,
      people: data.grid.elderlyLivingAlone?.edges.map(({ node }) => node) ?? null,
      errors: errors.map(({ code, path }) => [code, path.join(".")]),
    };
  };

  async function must<Answer>(
    mutation: string,
    input: string,
    as: string,
    fields = "number",
  ): Promise<Answer> {
    key += 1;
    const { data, errors } = await stack.ask<Record<string, Answer>>(
      `mutation { ${mutation}(idempotencyKey: "lawful-read-${key}", ${input}) { ${fields} } }`,
      {},
      as,
    );
    expect(errors).toEqual([]);
    return data[mutation] as Answer;
  }

  const withheld = (name: string) => ({
    place: name,
    people: null,
    errors: [["WITHHELD", "grid.elderlyLivingAlone"]],
  });

  it("is the owner's own without asking, and closed to the others", async () => {
    const own = await read(ownStaff);
    expect(own).toMatchObject({ errors: [], people: [{ name: "安秀兰", contactPhone: "13812345678" }] });
    expect(await read(reader)).toEqual(withheld(own.place));
    expect(await read(reader, { "whistlegraph-basis": "430105-A-0001" })).toEqual(withheld(own.place));
  });

  it("is asked for and granted, by whom it is for and by whom it belongs to", async () => {
    ({ number: agreement } = await must<{ number: string }>(
      "registerAgreement",
      `input: { parties: ["${unit.market}", "430105-CIVIL-AFFAIRS"], purpose: "独居老人用餐安全检查",
         validFrom: "2026-01-01", validUntil: "2026-12-31" }`,
      "kaifu-data-steward",
    ));
    ({ number: grant } = await must<{ number: string }>(
      "requestDataGrant",
      `input: { owner: "civil-affairs", consumer: "${unit.market}", coordinates: ["ElderlyLivingAlone"],
         purposes: ["${agreement}"], rows: OWN_DIVISION, reason: "检查老年助餐点，需掌握服务对象分布",
         validFrom: "2026-06-01T00:00:00+08:00", validUntil: "2026-12-31T00:00:00+08:00" }`,
      "kaifu-market-chief",
    ));
    const basis = { "whistlegraph-basis": agreement };
    expect((await read(reader, basis)).people).toBeNull();
    await must("approveDataGrant", `number: "${grant}", reason: "用途明确，限本辖区，姓名与电话脱敏"`, owner);
    expect(await read(reader, basis)).toMatchObject({
      errors: [],
      people: [
        { residentId: "430105-R-1", name: "安*", contactPhone: "138****5678", ageGroup: "AGED_80_TO_89" },
      ],
    });
    expect((await read(reader)).people).toBeNull();
    expect((await read("kaifu-urban-responder", basis)).people).toBeNull();
  });

  it("is on record for the owner: who, on which basis and grant, and what came of it", async () => {
    await expect
      .poll(async () => {
        const { data } = await stack.ask<{ accessRecords: Page }>(
          `{ accessRecords(filter: { subgraph: "civil-affairs" }, first: 50) {
              edges { node { personId entityType basis grantNumber outcome rowsGiven } } } }`,
          {},
          owner,
        );
        return data.accessRecords.edges.map(({ node }) => node);
      })
      .toEqual(
        expect.arrayContaining([
          expect.objectContaining({ personId: ownStaff, outcome: "GIVEN", rowsGiven: 1 }),
          expect.objectContaining({ personId: reader, outcome: "WITHHELD", basis: null }),
          expect.objectContaining({
            personId: reader,
            entityType: "ElderlyLivingAlone",
            outcome: "MASKED",
            basis: agreement,
            grantNumber: grant,
          }),
        ]),
      );
  });

  it("ends with the grant, at the next request", async () => {
    await must("revokeDataGrant", `number: "${grant}", reason: "检查已完成"`, owner);
    expect((await read(reader, { "whistlegraph-basis": agreement })).people).toBeNull();
  });
});
