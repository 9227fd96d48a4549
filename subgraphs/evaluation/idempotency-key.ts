/** The words every mutation describes its key with. */
export const idempotencyKeyDescription =
  "New for every intended effect; the same key has one effect (幂等键)";
