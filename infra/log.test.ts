import { Client } from "pg";
import { QueryFailedError } from "typeorm";
import { expect, inject, it } from "vitest";
import { openLog } from "./log.ts";

const number = "430105194912310026";

/** What PostgreSQL says when a statement about a resident fails. */
async function failure(statement: string, values: unknown[] = []): Promise<Error> {
  const client = new Client({ connectionString: inject("adminUrl") });
  await client.connect();
  try {
    await client.query(
      "CREATE TEMP TABLE resident (number text PRIMARY KEY CHECK (length(number) < 18), born date)",
    );
    return await client.query(statement, values).then(
      () => expect.unreachable("it did not fail"),
      (error: Error) => error,
    );
  } finally {
    await client.end();
  }
}

function logged(err: unknown): string {
  const lines: string[] = [];
  openLog("info", { write: (line) => lines.push(line) }).error({ err }, "a resolver failed");
  return lines.join("");
}

it.each([
  ["a row that breaks a constraint", "INSERT INTO resident VALUES ($1)", [number]],
  ["a value that is not of its type", "INSERT INTO resident (born) VALUES ($1)", [number]],
])("keeps residents out of the log: %s", async (_, statement, values) => {
  const error = await failure(statement, values);
  for (const err of [
    error,
    new QueryFailedError(statement, values, error),
    new Error("wrapped", { cause: error }),
  ]) {
    const line = logged(err);
    expect(line).not.toContain(number);
    expect(JSON.parse(line).err.stack).toContain("    at ");
  }
});

it("says what went wrong, with its cause", async () => {
  const error = await failure("SELECT * FROM nowhere");
  expect(JSON.parse(logged(new Error("wrapped", { cause: error }))).err).toMatchObject({
    message: "wrapped",
    cause: { message: 'relation "nowhere" does not exist', code: "42P01" },
  });
});

it("logs a thrown value that is no error by its type alone", () => {
  expect(JSON.parse(logged({ number })).err).toBe("object");
});
