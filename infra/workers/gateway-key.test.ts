import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createPrivateJwk } from "../../subgraphs/shared/signing-key.ts";
import { temporaryDirectory } from "../../test/testkit/temporary-directory.ts";
import { gatewayPrivateKey } from "./gateway-key.ts";

let directory: string;
beforeAll(async () => {
  directory = await temporaryDirectory();
});

async function fileWith(content: unknown, mode = 0o600): Promise<string> {
  const file = join(directory, "gateway-key.json");
  await writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
  await chmod(file, mode);
  return file;
}

describe("the gateway's private key", () => {
  it("is made anew at every start without a file", async () => {
    expect(await gatewayPrivateKey(undefined)).not.toEqual(await gatewayPrivateKey(undefined));
  });

  it("is the file's for every replica, without whatever else the file says of it", async () => {
    const key = await createPrivateJwk();
    expect(await gatewayPrivateKey(await fileWith({ ...key, kid: "one", note: "ours" }))).toEqual(key);
  });

  it.each([0o640, 0o604, 0o660, 0o644])("is refused from a file of mode %o", async (mode) => {
    const file = await fileWith(await createPrivateJwk(), mode);
    await expect(gatewayPrivateKey(file)).rejects.toThrow(
      "GATEWAY_KEY_FILE may be read by others than its owner: chmod 600.",
    );
  });

  it("is refused when the file is not there, and the file is named", async () => {
    await expect(gatewayPrivateKey(join(directory, "none"))).rejects.toThrow(
      /^GATEWAY_KEY_FILE cannot be read: ENOENT.*none'\.$/,
    );
  });

  it.each([
    ["text", "not JSON"],
    ["a public key", { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" }],
    ["a key of another kind", { kty: "oct", k: "c2VjcmV0" }],
    ["a secret half that is too short", { kty: "OKP", crv: "Ed25519", x: "AAAA", d: "AAAA" }],
  ])("is refused when the file holds %s, and nothing of it is repeated", async (_, content) => {
    await expect(gatewayPrivateKey(await fileWith(content))).rejects.toThrow(
      "GATEWAY_KEY_FILE does not hold an Ed25519 private key as a JWK.",
    );
  });

  it("is refused with the public half of another", async () => {
    const [key, other] = [await createPrivateJwk(), await createPrivateJwk()];
    await expect(gatewayPrivateKey(await fileWith({ ...key, x: other.x }))).rejects.toThrow(
      "GATEWAY_KEY_FILE does not hold an Ed25519 private key as a JWK.",
    );
  });
});
