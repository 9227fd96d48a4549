/** How long the gateway is waited for, in milliseconds, with what nothing can be seen before. */
const PATIENCE = 10_000;

/** Fetches what the page cannot begin without; rejects where it is not answered in time. */
export async function fetchFirst<Answer>(
  address: string,
): Promise<{ readonly ok: boolean; readonly answer: Answer }> {
  const asking = new AbortController();
  const patience = setTimeout(() => asking.abort(), PATIENCE);
  try {
    const response = await fetch(address, { signal: asking.signal });
    return { ok: response.ok, answer: await response.json() };
  } finally {
    clearTimeout(patience);
  }
}
