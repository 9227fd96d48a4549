import { freePort } from "../../testkit/free-port.ts";
import { type ReadyAnswers, serveReadyAnswers } from "./ready-answers.ts";
import { townAnswers } from "./town-answers.ts";
import { townSubgraphs } from "./town-subgraphs.ts";

/** The town's subgraphs as a process of their own. Tells where they listen, then how much they answered when asked. */
const urls: Record<string, string> = {};
const servers: ReadyAnswers[] = [];
for (const subgraph of townSubgraphs) {
  const port = await freePort();
  servers.push(await serveReadyAnswers(port, townAnswers(subgraph)));
  urls[subgraph.name] = `http://127.0.0.1:${port}/graphql`;
}
process.send?.(urls);
process.on("message", () => process.send?.(servers.reduce((sum, { answered }) => sum + answered(), 0)));
process.on("disconnect", () => process.exit());
