import { describe, expect, it } from "vitest";
import { Random } from "./random.ts";

const draw = (random: Random, count: number): number[] => Array.from({ length: count }, () => random.word());

describe("Random", () => {
  it("yields the same numbers for the same seed, others for another", () => {
    expect(draw(Random.seeded(7), 50)).toEqual(draw(Random.seeded(7), 50));
    expect(draw(Random.seeded(7), 50)).not.toEqual(draw(Random.seeded(8), 50));
  });

  it("splits by key, whatever was drawn before the split", () => {
    const fresh = Random.seeded(7);
    const used = Random.seeded(7);
    draw(used, 1000);
    expect(draw(used.split("grids"), 50)).toEqual(draw(fresh.split("grids"), 50));
    expect(draw(fresh.split("grids"), 50)).not.toEqual(draw(fresh.split("visits"), 50));
  });

  it("tells a key of two steps from the two joined", () => {
    const root = Random.seeded(7);
    expect(root.split("ab").split("c").uuid()).not.toBe(root.split("a").split("bc").uuid());
  });

  it("fills the range evenly", () => {
    const random = Random.seeded(1);
    const counts = [0, 0, 0, 0, 0, 0];
    for (let draws = 0; draws < 60_000; draws++) {
      const face = random.between(1, 6) - 1;
      counts[face] = (counts[face] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  });

  it("weights choices and centres what it skews", () => {
    const random = Random.seeded(2);
    const drawn = Array.from({ length: 10_000 }, () =>
      random.weighted([["rare", 1] as const, ["often", 9] as const]),
    );
    expect(drawn.filter((choice) => choice === "rare").length / 10_000).toBeCloseTo(0.1, 1);
    const skewed = Array.from({ length: 10_000 }, () => random.skewed());
    expect(skewed.filter((value) => value < 1).length / 10_000).toBeCloseTo(0.5, 1);
  });

  it("makes version 8 UUIDs that do not repeat", () => {
    const root = Random.seeded(3);
    const ids = Array.from({ length: 100_000 }, (_, index) => root.split(`row/${index}`).uuid());
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(100_000);
  });
});
