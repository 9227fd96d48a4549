import { randomUUID } from "node:crypto";
import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { calculateJwkThumbprint } from "jose";
import { z } from "zod";
import { createPrivateJwk, signingAlgorithm } from "../../subgraphs/shared/signing-key.ts";

const Ed25519Jwk = z.object({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string(),
  d: z.string(),
  kid: z.string(),
});

type StoredJwk = z.infer<typeof Ed25519Jwk>;

/** The issuer's Ed25519 key, kept in `file`, made there if the file does not exist yet. */
export async function issuerKey(file: string) {
  const privateJwk = (await read(file)) ?? (await make(file));
  const { d: _secret, ...publicHalf } = privateJwk;
  return { privateJwk, publicJwk: { ...publicHalf, alg: signingAlgorithm, use: "sig" } };
}

async function read(file: string): Promise<StoredJwk | undefined> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const stored = Ed25519Jwk.safeParse(parseJson(text));
  if (stored.success) return stored.data;
  throw new Error(
    `${file} does not hold an issuer key. Delete it and a new one is made; tokens signed before die.`,
  );
}

/**
 * Two processes may start at the same moment. Each writes its key whole under a name of its own, then links it to the
 * real name, which only one of them can; the other takes the winner's key.
 */
async function make(file: string): Promise<StoredJwk> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  try {
    const handle = await open(draft, "wx", 0o600);
    try {
      await handle.writeFile(JSON.stringify(await newKey()));
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
  const made = await read(file);
  if (!made) throw new Error(`${file} disappeared while it was being made.`);
  return made;
}

async function newKey() {
  const jwk = await createPrivateJwk();
  return { ...jwk, kid: await calculateJwkThumbprint(jwk) };
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
