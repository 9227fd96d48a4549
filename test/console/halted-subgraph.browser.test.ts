import { afterAll, beforeAll, describe } from "vitest";
import { haltedCaseWalk } from "../../gateway/console/pages/case/departments/halted.walk.ts";
import { haltedOverviewWalk } from "../../gateway/console/pages/overview/halted.walk.ts";
import { haltedBlowWalk } from "../../gateway/console/pages/whistle/blow/halted.walk.ts";
import { haltedBoardWalk } from "../../gateway/console/pages/whistle/board/halted.walk.ts";
import { haltedListsWalk } from "../../gateway/console/pages/whistle/list/halted.walk.ts";
import { haltedWorkWalk } from "../../gateway/console/pages/work/halted.walk.ts";
import { withoutBrowser } from "./chromium.ts";
import { type Building, openBuilding } from "./visitor.ts";

/** Each subgraph is stopped in turn where it stands, in a process of its own. */
describe.skipIf(withoutBrowser)("while a subgraph is stopped", () => {
  let building: Building;
  beforeAll(async () => {
    building = await openBuilding("a process per subgraph");
  }, 400_000);
  afterAll(() => building?.close());

  describe("the overview", () => haltedOverviewWalk(() => building));
  describe("a case", () => haltedCaseWalk(() => building));
  describe("a whistle's board", () => haltedBoardWalk(() => building));
  describe("the lists", () => haltedListsWalk(() => building));
  describe("blowing", () => haltedBlowWalk(() => building));
  describe("my work", () => haltedWorkWalk(() => building));
});
