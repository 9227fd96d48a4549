import { appearance } from "./appearance.ts";
import { consumer } from "./consumer.ts";
import { education } from "./education.ts";
import { enterprise } from "./enterprise.ts";
import { greenery } from "./greenery.ts";
import { health } from "./health.ts";
import { labour } from "./labour.ts";
import type { Matter, MatterClass } from "./matter.ts";
import { parking } from "./parking.ts";
import { pollution } from "./pollution.ts";
import { property } from "./property.ts";
import { rural } from "./rural.ts";
import { safety } from "./safety.ts";
import { travel } from "./travel.ts";
import { utilities } from "./utilities.ts";
import { welfare } from "./welfare.ts";

/** The catalogue of matters (诉求事项目录), two levels: our own sample, marked so. */
export const matterClasses: readonly MatterClass[] = [
  property,
  appearance,
  pollution,
  utilities,
  parking,
  travel,
  consumer,
  welfare,
  labour,
  health,
  education,
  safety,
  rural,
  greenery,
  enterprise,
];

export const matters: readonly Matter[] = matterClasses.flatMap((group) => group.matters);
