import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { issuerKey } from "./issuer-key.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "issuer-key-"));
});
afterEach(() => rm(directory, { recursive: true }));

it("makes the key once, in a folder that need not exist, readable by its owner alone", async () => {
  const file = join(directory, "data", "issuer.json");
  const made = await issuerKey(file);
  expect(await issuerKey(file)).toEqual(made);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it("gives all who start at the same moment the same key, and leaves no draft behind", async () => {
  const file = join(directory, "issuer.json");
  const keys = await Promise.all(Array.from({ length: 8 }, () => issuerKey(file)));
  expect(new Set(keys.map(({ publicJwk }) => publicJwk.kid)).size).toBe(1);
  expect(await readdir(directory)).toEqual(["issuer.json"]);
});

it.each([
  ["cut short", '{"kty":"OKP","crv":"Ed'],
  ["another kind of key", '{"kty":"EC","crv":"P-256","x":"","y":"","d":"","kid":""}'],
])("refuses a file that is %s, and leaves it for its owner to judge", async (_case, text) => {
  const file = join(directory, "issuer.json");
  await writeFile(file, text);
  await expect(issuerKey(file)).rejects.toThrow(/issuer\.json does not hold an issuer key/);
  expect(await readFile(file, "utf8")).toBe(text);
});
