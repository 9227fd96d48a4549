import { createPrivateKey, createPublicKey } from "node:crypto";
import { open } from "node:fs/promises";
import type { JWK } from "jose";
import { z } from "zod";
import { createPrivateJwk } from "../../subgraphs/shared/signing-key.ts";
import { StartupError } from "../startup-error.ts";

const Ed25519PrivateJwk = z.object({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string(),
  d: z.string(),
});

/**
 * The private key by which subgraphs know the gateway: one made for this start, which never leaves the memory of its
 * processes; or the one in `file`, where replicas on several machines must sign alike. Whoever can read that file can
 * speak in anybody's name to every department, so it is refused when others than its owner may.
 */
export async function gatewayPrivateKey(file: string | undefined): Promise<JWK> {
  if (file === undefined) return createPrivateJwk();
  const { text, mode } = await read(file).catch((error: Error) => {
    throw new StartupError(`GATEWAY_KEY_FILE cannot be read: ${error.message}.`, { cause: error });
  });
  // Windows keeps permissions elsewhere and shows the same mode for every file.
  if (process.platform !== "win32" && mode & 0o077) {
    throw new StartupError("GATEWAY_KEY_FILE may be read by others than its owner: chmod 600.");
  }
  const jwk = Ed25519PrivateJwk.safeParse(parseJson(text)).data;
  if (!jwk || publicHalfOf(jwk) !== jwk.x) {
    throw new StartupError("GATEWAY_KEY_FILE does not hold an Ed25519 private key as a JWK.");
  }
  return jwk;
}

/** Text and permissions of the very same file, whatever is put in its place meanwhile. */
async function read(file: string): Promise<{ text: string; mode: number }> {
  const handle = await open(file);
  try {
    return { text: await handle.readFile("utf8"), mode: (await handle.stat()).mode };
  } finally {
    await handle.close();
  }
}

/** Computed from the secret half: a wrong one beside it would be published, and every department would refuse us. */
function publicHalfOf(jwk: z.infer<typeof Ed25519PrivateJwk>): string | undefined {
  try {
    return createPublicKey(createPrivateKey({ key: jwk, format: "jwk" })).export({ format: "jwk" }).x;
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
