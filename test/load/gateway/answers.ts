import { isDeepStrictEqual } from "node:util";
import { Pool } from "undici";
import type { LoadRequest } from "../closed-loop.ts";
import { bodyOf, referenceAnswers, type Shape } from "./workload.ts";

/**
 * Asks a gateway every request of a shape and holds each answer against the reference. What it returns is what may be
 * measured: a request, and the length of the answer that was found right.
 */
export async function checkedRequests(port: number, shape: Shape): Promise<readonly LoadRequest[]> {
  const references = await referenceAnswers(shape);
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: 8 });
  try {
    return await Promise.all(
      shape.variables.map(async (variables, index) => {
        const body = bodyOf(shape, variables);
        const text = await ask(pool, body);
        const { data, errors } = JSON.parse(text);
        if (errors || !isDeepStrictEqual(data, references[index])) {
          throw new Error(
            `a wrong answer to ${shape.name} ${JSON.stringify(variables)}: ${text.slice(0, 400)}`,
          );
        }
        return { body, answerBytes: Buffer.byteLength(text) };
      }),
    );
  } finally {
    await pool.close();
  }
}

async function ask(pool: Pool, body: string): Promise<string> {
  const headers = { "content-type": "application/json", accept: "application/json" };
  const response = await pool.request({ path: "/graphql", method: "POST", headers, body });
  return response.body.text();
}
