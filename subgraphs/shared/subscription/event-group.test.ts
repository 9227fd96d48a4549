import { describe, expect, it } from "vitest";
import type { FeedEntry } from "../feed.ts";
import { EventGroup, type GroupAnswer } from "./event-group.ts";
import { origin, type SharedAnswer } from "./shared-answer.ts";

const entry = (position: number) => ({ position }) as FeedEntry;

/** A group whose answers are given by hand, and how often it was asked. */
function groupOf(answers: Record<number, GroupAnswer>) {
  const asked: number[] = [];
  const stale: (() => void)[] = [];
  const group = new EventGroup({
    answerTo: async ({ position }) => {
      asked.push(position);
      await Promise.resolve();
      const answer = answers[position];
      return answer ? { ...answer } : null;
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
    expect(answers.map((answer) => answer?.data?.note)).toEqual([
      { text: "joined" },
      { text: "a" },
      { text: "a" },
    ]);
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
    expect((await group.answer(entry(1)))?.data).toEqual({ note: { text: "a" } });
    expect(asked).toEqual([1]);
    growStale();
    await group.answer(entry(1));
    expect(asked).toEqual([1, 1]);
  });

  it("can be told from their answers to have shared a reading", async () => {
    const { group, growStale } = groupOf({ 1: { data: {} }, 2: { data: {} } });
    const originOf = async (position: number) => {
      const answer: SharedAnswer | null = await group.answer(entry(position));
      return answer?.[origin];
    };
    const [first, other] = [await originOf(1), await originOf(2)];
    expect(first).toBeDefined();
    expect(await originOf(1)).toBe(first);
    expect(other).not.toBe(first);
    growStale();
    expect(await originOf(1)).not.toBe(first);
  });

  it("send their answers as any other", async () => {
    const { group } = groupOf({ 1: { data: { note: { text: "a" } } } });
    const { ...sent } = await group.answer(entry(1));
    expect(JSON.stringify(sent)).toBe('{"data":{"note":{"text":"a"}}}');
  });

  it("keep nothing where there is only one of them", async () => {
    const { group, asked } = groupOf({ 1: { data: {} } });
    group.members = 1;
    await group.answer(entry(1));
    await group.answer(entry(1));
    expect(asked).toEqual([1, 1]);
  });
});
