import { describe, expect, it } from "vitest";
import { emptyFeed, type Feed, KEPT, resumed, type Told, withAllTold, withTold } from "./told.ts";

const told = (position: number): Told => ({
  position,
  kind: "TICKET_SIGNED",
  at: "2026-06-10T10:00:00+08:00",
  of: "ticket",
  number: `430105-20260610-${position}`,
  what: { zh: "路灯不亮", en: "路灯不亮" },
  place: undefined,
});
const feedOf = (positions: readonly number[], paused = false, before: Feed = emptyFeed): Feed =>
  positions.reduce((feed, position) => withTold(feed, told(position), paused), before);
const positions = (list: readonly Told[]) => list.map(({ position }) => position);

describe("the feed", () => {
  it("has the newest first, whichever subscription tells it later", () => {
    expect(positions(feedOf([4, 9, 7]).shown)).toEqual([9, 7, 4]);
  });

  it("shows once what is told again", () => {
    expect(positions(feedOf([4, 9, 4, 9]).shown)).toEqual([9, 4]);
    expect(feedOf([4], true, feedOf([4])).held).toEqual([]);
  });

  it("is the same when all is told in one go", () => {
    const all = [4, 9, 4, 7].map(told);
    expect(withAllTold(emptyFeed, all, false)).toEqual(feedOf([4, 9, 4, 7]));
    expect(withAllTold(feedOf([3]), all, true)).toEqual(feedOf([4, 9, 4, 7], true, feedOf([3])));
  });

  it("keeps the newest fifty", () => {
    const { shown } = feedOf(Array.from({ length: KEPT + 10 }, (_, index) => index));
    expect(shown).toHaveLength(KEPT);
    expect(shown.at(-1)?.position).toBe(10);
  });

  it("stands still while paused, and shows what came when it goes on", () => {
    const paused = feedOf([5, 6], true, feedOf([3, 4]));
    expect(positions(paused.shown)).toEqual([4, 3]);
    expect(positions(paused.held)).toEqual([6, 5]);
    expect(positions(resumed(paused).shown)).toEqual([6, 5, 4, 3]);
    expect(resumed(paused).held).toEqual([]);
  });
});
