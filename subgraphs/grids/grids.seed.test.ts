import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestSubgraph, type TestSubgraph } from "../../test/testkit/subgraph.ts";
import { seedGrids } from "./grids.seed.ts";
import { grids } from "./grids.subgraph.ts";

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openTestSubgraph(grids);
});
afterAll(() => subgraph.close());

describe("rules that come with the code", () => {
  it("are loaded at every start without undoing what a district has changed or added", async () => {
    const { database } = subgraph;
    await database.query("UPDATE member_kind SET public_welfare = true WHERE code = 'URBAN_COORDINATOR'");
    await database.query(
      `INSERT INTO member_kind VALUES ('TRAFFIC_COORDINATOR', 'Traffic coordinator', '交通协管员', 'ADMINISTRATIVE',
         'PUBLIC_ORDER', false, '区协管员目录')`,
    );
    const kinds = () => database.query("SELECT * FROM member_kind ORDER BY code");
    const before = await kinds();
    await seedGrids(database);
    expect(await kinds()).toEqual(before);
  });
});
