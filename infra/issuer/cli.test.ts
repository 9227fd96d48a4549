import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createLocalJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEVELOPMENT_IDENTITY, openIssuer } from "./issuer.ts";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "token-"));
});
afterAll(() => rm(directory, { recursive: true }));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const cli = fileURLToPath(new URL("./cli.ts", import.meta.url));

const token = (...words: string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "tsx", cli, "--data", directory, ...words],
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });

describe("the token command", () => {
  it.each([
    [["--name", "kaifu-market-responder"], { sub: "kaifu-market-responder", division: "430105010" }],
    [["--post", "COMMUNITY_SECRETARY", "--unit", "430105010003"], { division: "430105010003" }],
    [["--post", "CHIEF_RESPONDER", "--unit", "430105-COMMERCE"], { division: "430105" }],
  ])("prints a token of the stack's own issuer, and nothing else, for %j", async (words, claims) => {
    const { code, stdout, stderr } = await token(...words);
    expect(code, stderr).toBe(0);
    const { jwks } = await openIssuer({ directory, ...DEVELOPMENT_IDENTITY });
    const { payload } = await jwtVerify(stdout.trim(), createLocalJWKSet(jwks), DEVELOPMENT_IDENTITY);
    expect(payload).toMatchObject(claims);
    expect(stderr).toContain("Authorization: Bearer");
  });

  it.each([
    [[], /--name, or --post and --unit/],
    [["--name", "kaifu-mayor"], /no named post kaifu-mayor/],
    [["--name", "kaifu-resident", "--unit", "430105"], /--name stands alone/],
    [["--post", "MAYOR", "--unit", "430105"], /post: MAYOR[\s\S]*post：MAYOR/],
    [["--post", "SERVICE", "--unit", "tickets"], /post: SERVICE/],
    [["--colour", "red"], /--colour/],
    [["--name", "kaifu-resident", "--data", "/dev/null"], /\/dev\/null/],
  ])("refuses %j with a reason and status 1", async (words, reason) => {
    const { code, stdout, stderr } = await token(...words);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(reason);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it("lists the named posts", async () => {
    const { stdout } = await token("--list");
    expect(stdout).toMatch(/^pinggu-power-chief +CHIEF_RESPONDER +110117-POWER-SUPPLY .*供电公司总应哨人/m);
  });
});
