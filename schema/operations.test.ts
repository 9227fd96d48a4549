import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";

const directory = join(import.meta.dirname, "operations");
const api = buildSchema(readFileSync(join(import.meta.dirname, "api.graphql"), "utf8"));
const operations = readdirSync(directory).filter((file) => file.endsWith(".graphql"));

describe("the sample operations", () => {
  it.each(operations)("%s is valid against the committed schema", (file) => {
    const errors = validate(api, parse(readFileSync(join(directory, file), "utf8")));
    expect(errors.map(({ message }) => message)).toEqual([]);
  });
});
