/** A key nobody else has. `randomUUID` is missing where a closed network serves pages without TLS; this is not. */
export const idempotencyKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
