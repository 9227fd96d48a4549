import { expect, it } from "vitest";
import { inTurn } from "./in-turn.ts";

it("is done once more after the last call, and never twice at a time", async () => {
  let end = (): void => undefined;
  const done: string[] = [];
  let stands = "before";
  const again = inTurn(async () => {
    const found = stands;
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    done.push(found);
  });
  const ends = async () => {
    end();
    await new Promise(setImmediate);
  };

  again();
  stands = "after";
  again();
  again();
  await ends();
  await ends();
  await ends();
  expect(done).toEqual(["before", "after"]);

  stands = "later";
  again();
  await ends();
  expect(done).toEqual(["before", "after", "later"]);
});
