import { request } from "node:http";
import { text } from "node:stream/consumers";
import { addressOf } from "./address.ts";

/** What a subgraph says at one of its other doors, within so many milliseconds. Redirects are not followed. */
export async function get(url: string, path: string, milliseconds: number): Promise<Response> {
  const signal = AbortSignal.timeout(milliseconds);
  if (!url.startsWith("unix:")) return fetch(new URL(path, url), { signal, redirect: "error" });
  const { path: socketPath } = addressOf(url) as { path: string };
  return new Promise((resolve, reject) => {
    request({ socketPath, path, signal })
      .on("error", reject)
      .on("response", (response) => {
        text(response).then(
          (body) => resolve(new Response(body, { status: response.statusCode ?? 502 })),
          reject,
        );
      })
      .end();
  });
}
