import { afterAll, beforeAll, describe } from "vitest";
import { type Building, openBuilding } from "../../walk/visitor.ts";
import { overviewWalk } from "./overview.walk.ts";

describe("tmp", () => {
  let building: Building;
  beforeAll(async () => {
    building = await openBuilding();
  }, 600_000);
  afterAll(() => building?.close());
  describe("overview", () => overviewWalk(() => building));
});
