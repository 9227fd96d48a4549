import { describe } from "vitest";
import type { Building } from "../../../../test/console/visitor.ts";
import { blowWalk } from "./blow/blow.walk.ts";
import { boardWalk } from "./board/board.walk.ts";
import { conductWalk } from "./board/conduct.walk.ts";
import { listWalk } from "./list/whistle-list.walk.ts";

export function whistleWalk(building: () => Building): void {
  describe("the list", () => listWalk(building));
  describe("blowing", () => blowWalk(building));
  describe("the board", () => boardWalk(building));
  describe("conduct", () => conductWalk(building));
}
