import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** A sample operation: `ticket.graphql`, with its `ticket.variables.json` beside it where it takes variables. */
export interface Operation {
  readonly name: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const Variables = z.record(z.string(), z.unknown());

/** The sample operations of a folder, by file name. */
export async function readOperations(directory: string): Promise<Operation[]> {
  const files = (await readdir(directory)).sort();
  return Promise.all(
    files
      .filter((file) => file.endsWith(".graphql"))
      .map(async (file): Promise<Operation> => {
        const name = file.slice(0, -".graphql".length);
        const query = await readFile(join(directory, file), "utf8");
        const beside = `${name}.variables.json`;
        if (!files.includes(beside)) return { name, query };
        return { name, query, variables: await readVariables(join(directory, beside)) };
      }),
  );
}

async function readVariables(file: string): Promise<Record<string, unknown>> {
  const text = await readFile(file, "utf8");
  try {
    return Variables.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`${file} does not hold a JSON object of variables`, { cause: error });
  }
}
