import { createServer } from "node:http";
import { parseArgs } from "node:util";
import { Pool } from "undici";
import { exchangeWith } from "../../../gateway/transport/exchange-with.ts";
import { type SentFetch, watchedGateway } from "./fetch-waves.ts";
import { bodyOf, shapes } from "./workload.ts";

/**
 * The limit by hand: knows every request beforehand, makes the fetches our gateway makes for it, in the same waves,
 * and sends ready bytes. No parsing, planning, joining or shaping: a gateway on this transport can come near it, not
 * past it.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { transport: { type: "string", default: "undici" } },
});
const [port, _supergraphFile, ...subgraphs] = positionals;
const transport = values.transport === "undici" ? withUndici : withOwn;
const sendTo = new Map(
  subgraphs.map((each) => {
    const [name = "", url = ""] = each.split("=");
    return [name, transport(new URL(url).origin)] as const;
  }),
);

interface Ready {
  readonly waves: readonly (readonly SentFetch[])[];
  readonly answer: Buffer;
}

const ready = new Map<string, Ready>();
const gateway = await watchedGateway();
for (const shape of shapes) {
  for (const variables of shape.variables) {
    const { data, waves } = await gateway.ask(shape.operation, variables);
    ready.set(bodyOf(shape, variables), { waves, answer: Buffer.from(JSON.stringify({ data })) });
  }
}
await gateway.stop();

createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const known = ready.get(Buffer.concat(chunks).toString());
  if (!known) return response.writeHead(404).end("not one of the requests known beforehand");
  for (const wave of known.waves) {
    await Promise.all(wave.map(({ subgraph, body }) => sendTo.get(subgraph)?.(body)));
  }
  response.writeHead(200, { "content-type": "application/json", "content-length": known.answer.length });
  return response.end(known.answer);
}).listen(Number(port), "127.0.0.1");

function withUndici(origin: string): (body: string) => Promise<unknown> {
  const pool = new Pool(origin, { connections: 16 });
  const headers = { "content-type": "application/json" };
  return async (sent) => {
    const { body } = await pool.request({ path: "/graphql", method: "POST", headers, body: sent });
    return body.text();
  };
}

/** Without an envelope, and without reading the answer. */
function withOwn(origin: string): (body: string) => Promise<unknown> {
  const exchange = exchangeWith(origin, 10 * 1024 * 1024);
  return (body) =>
    exchange.send({
      path: "/graphql",
      headers: [],
      body,
      repeatable: true,
      deadline: performance.now() + 3_000,
    });
}
