import { createServer } from "node:http";

/** How long it takes over an answer, so that requests are under way at any moment, in milliseconds. */
const tardiness = 50;

/** A department's system as far as the gateway can tell: knows one division by one name, after a while. */
export async function startSampleSubgraph(port: number): Promise<() => Promise<void>> {
  const answer = JSON.stringify({ data: { division: { __typename: "Division", name: "开福区" } } });
  const server = createServer((request, response) => {
    request.resume().once("end", () =>
      setTimeout(() => {
        response.setHeader("content-type", "application/json");
        response.end(answer);
      }, tardiness),
    );
  });
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  return () =>
    new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
}
