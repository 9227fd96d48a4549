import { describe, expect, it } from "vitest";
import type { FeedEntry } from "../feed.ts";
import { EventGroup, type GroupAnswer } from "./event-group.ts";

const entry = (position: number) => ({ position }) as FeedEntry;

/** A group whose answers are given by hand, and how often it was asked. */
function groupOf(answers: Record<number, GroupAnswer>) {
  const asked: number[] = [];
  const stale: (() => void)[] = [];
  const group = new EventGroup({
    answerTo: async ({ position }) => {
      asked.push(position);
      await Promise.resolve();
      return answers[position] ?? null;
    },
    whenStale: (forget) => stale.push(forget),
  });
  group.members = 3;
  const growStale = () => {
    for (const forget of stale.splice(0)) forget();
  };
  return { group, asked, growStale };
}

describe("those who ask the same as the same principal", () => {
  it("cost one reading for each event, and each gets an answer of their own", async () => {
    const { group, asked } = groupOf({ 1: { data: { note: { text: "a" } } } });
    const answers = await Promise.all([1, 2, 3].map(() => group.answer(entry(1))));
    expect(asked).toEqual([1]);
    const [first] = answers;
    Object.assign(first?.data?.note ?? {}, { text: "joined" });
    expect(answers.slice(1)).toEqual([{ data: { note: { text: "a" } } }, { data: { note: { text: "a" } } }]);
  });

  it("share errors too, and what is not for them", async () => {
    const { group } = groupOf({ 1: { data: null } });
    expect(await Promise.all([group.answer(entry(1)), group.answer(entry(1))])).toEqual([
      { data: null },
      { data: null },
    ]);
    expect(await Promise.all([group.answer(entry(2)), group.answer(entry(2))])).toEqual([null, null]);
  });

  it("share what was read a moment ago, untouched by whoever had it first, and nothing older", async () => {
    const { group, asked, growStale } = groupOf({ 1: { data: { note: { text: "a" } } } });
    const first = await group.answer(entry(1));
    Object.assign(first?.data?.note ?? {}, { text: "joined" });
    expect(await group.answer(entry(1))).toEqual({ data: { note: { text: "a" } } });
    expect(asked).toEqual([1]);
    growStale();
    await group.answer(entry(1));
    expect(asked).toEqual([1, 1]);
  });

  it("keep nothing where there is only one of them", async () => {
    const { group, asked } = groupOf({ 1: { data: {} } });
    group.members = 1;
    await group.answer(entry(1));
    await group.answer(entry(1));
    expect(asked).toEqual([1, 1]);
  });
});
