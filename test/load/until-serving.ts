import { Pool } from "undici";

const usualPatience = 120_000;
const pause = 100;

/**
 * Waits until a service answers operations: while it starts it refuses connections, and one that was held still sheds
 * load at first, because its event loop sees the time it missed as lateness.
 *
 * @param ended whether its process is gone.
 */
export async function untilServing(
  port: number,
  ended: () => boolean,
  patience = usualPatience,
): Promise<void> {
  const pool = new Pool(`http://127.0.0.1:${port}`);
  const deadline = performance.now() + patience;
  try {
    while (!(await isServing(pool))) {
      if (ended()) throw new Error("it ended");
      if (performance.now() > deadline) throw new Error(`it did not answer within ${patience / 1000} s`);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  } finally {
    await pool.close();
  }
}

async function isServing(pool: Pool): Promise<boolean> {
  try {
    const { statusCode, body } = await pool.request({
      path: "/graphql",
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ query: "{ __typename }" }),
    });
    await body.dump();
    return statusCode < 500;
  } catch {
    return false;
  }
}
