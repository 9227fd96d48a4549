import { describe } from "vitest";
import type { Building } from "../../../../test/console/visitor.ts";
import { blowWalk } from "./blow/blow.walk.ts";
import { practicesWalk } from "./blow/practices.walk.ts";
import { boardWalk } from "./board/board.walk.ts";
import { conductWalk } from "./board/conduct.walk.ts";
import { deadEndsWalk } from "./board/dead-ends.walk.ts";
import { listWalk } from "./list/whistle-list.walk.ts";

export function whistleWalk(building: () => Building): void {
  describe("the list", () => listWalk(building));
  describe("blowing", () => blowWalk(building));
  describe("practices", () => practicesWalk(building));
  describe("the board", () => boardWalk(building));
  describe("dead ends", () => deadEndsWalk(building));
  describe("conduct", () => conductWalk(building));
}
