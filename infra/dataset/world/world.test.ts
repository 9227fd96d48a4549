import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { scaleNames, scales } from "./scale.ts";
import { createWorld, usualWorld, type World, type WorldOptions } from "./world.ts";

type Part = Exclude<keyof World, "frame">;

const parts = Object.keys(createWorld(usualWorld)).filter((part): part is Part => part !== "frame");

/** One hash of each part, read as a stream. */
function fingerprint(options: WorldOptions): Record<string, string> {
  const world = createWorld(options);
  return Object.fromEntries(
    parts.map((part) => {
      const hash = createHash("sha256");
      for (const row of world[part]()) hash.update(JSON.stringify(row));
      return [part, hash.digest("hex")];
    }),
  );
}

describe("createWorld", () => {
  it("makes the same world from the same seed, and another from another", { timeout: 120_000 }, () => {
    const first = fingerprint(usualWorld);
    expect(fingerprint(usualWorld)).toEqual(first);
    const other = fingerprint({ ...usualWorld, seed: "another" });
    const same = parts.filter((part) => other[part] === first[part]);
    // Places, bodies, catalogues and lists are no matter of chance.
    expect(same.sort()).toEqual([
      "dataGrants",
      "dispatchCatalogues",
      "dispatchRules",
      "divisions",
      "handedToStreets",
      "itemLists",
      "listBatches",
      "listEntries",
      "matters",
      "overlapRules",
      "powerItems",
      "units",
    ]);
  });

  it("tells a part the same whether others were read before or not", () => {
    const read = (world: World): string => JSON.stringify([...world.responders()]);
    const used = createWorld(usualWorld);
    for (const _ of used.visits());
    for (const _ of used.demanders());
    expect(read(used)).toBe(read(createWorld(usualWorld)));
  });

  it("moves with the anchor day, whose midnight nothing passes", () => {
    const world = createWorld({ ...usualWorld, today: "2021-12-01" });
    const last = Date.parse("2021-12-01T00:00:00+08:00");
    let tickets = 0;
    for (const { demand, log } of world.tickets()) {
      tickets++;
      expect(demand.receivedAt.getTime()).toBeGreaterThanOrEqual(Date.parse("2020-12-01T00:00:00+08:00"));
      expect(log.at(-1)?.at.getTime()).toBeLessThan(last);
    }
    expect(tickets).toBe(3_000);
  });

  it("covers more places at every scale", () => {
    const streets = scaleNames.map((name) => scales[name].streets.map(({ code }) => code));
    for (const [index, larger] of streets.slice(1).entries()) {
      expect(larger).toEqual(expect.arrayContaining(streets[index] ?? []));
      expect(larger.length).toBeGreaterThan(streets[index]?.length ?? 0);
    }
  });
});
