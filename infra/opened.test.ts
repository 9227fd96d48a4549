import { expect, it } from "vitest";
import { Opened } from "./opened.ts";

/** Pushes closers that note their turn. */
function opening(opened: Opened, ...names: string[]): string[] {
  const turns: string[] = [];
  for (const name of names) opened.push(async () => void turns.push(name));
  return turns;
}

it("closes in reverse order, once", async () => {
  const opened = new Opened();
  const turns = opening(opened, "databases", "subgraphs", "gateway");
  await opened.close();
  await opened.close();
  expect(turns).toEqual(["gateway", "subgraphs", "databases"]);
});

it("closes the rest when one fails, and tells", async () => {
  const opened = new Opened();
  const turns = opening(opened, "databases");
  opened.push(() => Promise.reject(new Error("stuck")));
  await expect(opened.close()).rejects.toThrow("stuck");
  expect(turns).toEqual(["databases"]);
});

it("stops a start that opens something while the program is being ended, and closes that too", async () => {
  const opened = new Opened();
  await opened.close();
  const turns: string[] = [];
  expect(() => opened.push(async () => void turns.push("late"))).toThrow("being ended");
  await opened.close();
  expect(turns).toEqual(["late"]);
});
