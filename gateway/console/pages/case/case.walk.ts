import { describe } from "vitest";
import type { Building } from "../../../../test/console/visitor.ts";
import { departmentsWalk } from "./departments/departments.walk.ts";
import { caseFileWalk } from "./file/case-file.walk.ts";
import { lookUpWalk } from "./look-up/look-up.walk.ts";
import { mediaWalk } from "./media/media.walk.ts";

export function caseWalk(building: () => Building): void {
  describe("look-up", () => lookUpWalk(building));
  describe("page", () => caseFileWalk(building));
  describe("photos and recordings", () => mediaWalk(building));
  describe("departments' parts", () => departmentsWalk(building));
}
