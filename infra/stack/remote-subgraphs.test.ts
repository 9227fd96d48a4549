import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { GraphQLError } from "graphql";
import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openingOf } from "../../gateway/transport/subgraph-connection.ts";
import { gatewayIdentity } from "../../subgraphs/shared/envelope.ts";
import { openSigningKey } from "../../subgraphs/shared/signing-key.ts";
import type { Connections } from "./connections.ts";
import { connectRemoteSubgraphs } from "./remote-subgraphs.ts";

let server: Server;
let connections: Connections;
const logged: string[] = [];

/** Says that it is ready, and fails at whatever it is asked. */
beforeAll(async () => {
  server = createServer(({ url }, response) => {
    response.writeHead(url === "/health/ready" ? 200 : 500).end("SELECT name FROM resident");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  connections = connectRemoteSubgraphs({
    subgraphUrls: new Map([["grids", `http://127.0.0.1:${(server.address() as AddressInfo).port}`]]),
    gatewayKey: await openSigningKey(gatewayIdentity),
    log: pino({ level: "warn" }, { write: (line) => logged.push(line) }),
  });
});
afterAll(async () => {
  await connections.close();
  server.closeAllConnections();
  server.close();
});

it("a subgraph that is left in peace is not called ready; the log says so, and finds what each caller was told", async () => {
  expect(await connections.health()).toEqual({ grids: "ready" });
  const references: unknown[] = [];
  for (let time = 0; time < 12; time++) {
    const question = { kind: "query", operation: "{ a }", opening: openingOf("{ a }") } as const;
    const asking = connections.subgraphs.get("grids")?.ask(question, { principal: null, at: new Date(0) });
    await asking?.catch(({ extensions }: GraphQLError) => references.push(extensions.reference));
  }
  expect(await connections.health()).toEqual({ grids: "recovering" });

  const lines = logged.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.filter(({ reason }) => reason === "STATUS").map(({ reference }) => reference)).toEqual(
    references.slice(0, 10),
  );
  expect(references.slice(10)).toEqual([references[9], references[9]]);
  expect(lines).toContainEqual(expect.objectContaining({ subgraph: "grids", state: "OPEN" }));
  expect(logged.join()).not.toContain("SELECT");
});
