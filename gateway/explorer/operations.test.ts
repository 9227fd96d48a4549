import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readOperations } from "./operations.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "operations-"));
});
afterEach(() => rm(directory, { recursive: true }));

const write = (file: string, text: string) => writeFile(join(directory, file), text);

it("reads the operations by file name, each with the variables beside it", async () => {
  await write("whistle.graphql", "query Whistle($id: ID!) { whistle(id: $id) { id } }");
  await write("whistle.variables.json", '{ "id": "1" }');
  await write("ticket.graphql", "{ tickets { id } }");
  await write("README.md", "no operation");
  expect(await readOperations(directory)).toEqual([
    { name: "ticket", query: "{ tickets { id } }" },
    {
      name: "whistle",
      query: "query Whistle($id: ID!) { whistle(id: $id) { id } }",
      variables: { id: "1" },
    },
  ]);
});

it.each(["{ id: 1 }", "[1]", ""])("names the file whose variables are %j", async (text) => {
  await write("ticket.graphql", "{ tickets { id } }");
  await write("ticket.variables.json", text);
  await expect(readOperations(directory)).rejects.toThrow(
    /ticket\.variables\.json does not hold a JSON object/,
  );
});
