import { describe, expect, it } from "vitest";
import type { FeedEntry } from "../feed.ts";
import { EventGroup, type GroupAnswer } from "./event-group.ts";

const entry = (position: number) => ({ position }) as FeedEntry;

/** A group whose answers are given by hand, and how often it was asked. */
function groupOf(answers: Record<number, GroupAnswer>) {
  const asked: number[] = [];
  const group = new EventGroup(async ({ position }) => {
    asked.push(position);
    await Promise.resolve();
    return answers[position] ?? null;
  });
  return { group, asked };
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

  it("share nothing that was read before they asked", async () => {
    const { group, asked } = groupOf({ 1: { data: {} } });
    await group.answer(entry(1));
    await group.answer(entry(1));
    expect(asked).toEqual([1, 1]);
  });
});
