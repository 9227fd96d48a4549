import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gatewayIdentity } from "../../subgraphs/shared/envelope.ts";
import { openSigningKey } from "../../subgraphs/shared/signing-key.ts";
import { type HttpSubgraph, httpSubgraph, type SubgraphFailure } from "./http-subgraph.ts";
import { openingOf, type Question } from "./subgraph-connection.ts";

const asked = (operation: string, kind: Question["kind"] = "query"): Question => ({
  kind,
  operation,
  opening: openingOf(operation),
});

/** A subgraph that answers a mutation only once a query before it was given up, and misbehaves by name otherwise. */
let misbehaving: Server;
let subgraph: HttpSubgraph;
const failures: SubgraphFailure[] = [];
const context = { principal: null, at: new Date("2026-06-01T01:00:00Z") };

beforeAll(async () => {
  let waiting: ServerResponse | undefined;
  misbehaving = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { query } = (request.url === "/graphql" ? JSON.parse(body) : { query: "reset" }) as {
      query: string;
    };
    if (query.startsWith("mutation")) {
      waiting = response;
    } else if (query.includes("hang")) {
      response.once("close", () => waiting?.end('{"data":{"done":true}}'));
    } else if (query.includes("redirect")) {
      response.writeHead(307, { location: "/elsewhere" }).end();
    } else if (query.includes("html")) {
      response.end("<html>SELECT secret FROM resident</html>");
    } else if (query.includes("huge")) {
      response.end(JSON.stringify({ data: { huge: "x".repeat(2_000) } }));
    } else {
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => misbehaving.listen(0, "127.0.0.1", resolve));
  subgraph = httpSubgraph({
    name: "tickets",
    url: `http://127.0.0.1:${(misbehaving.address() as AddressInfo).port}`,
    key: await openSigningKey(gatewayIdentity),
    onFailure: (failure) => failures.push(failure),
    queryMilliseconds: 100,
    maximumAnswerBytes: 1_000,
  });
});
afterAll(async () => {
  misbehaving.closeAllConnections();
  misbehaving.close();
  await subgraph.close();
});

describe("the door for files of a subgraph over HTTP", () => {
  it("that does not answer is unavailable, and the log has the rest under the reference that the client is given", async () => {
    const door = subgraph.uploads?.(context);
    const refusal = await door?.take(Readable.from([Buffer.from("x")])).catch((error) => error);
    expect(refusal.extensions).toMatchObject({
      code: "SUBGRAPH_UNAVAILABLE",
      details: { subgraph: "tickets" },
    });
    expect(failures.at(-1)).toMatchObject({
      subgraph: "tickets",
      reference: refusal.extensions.reference,
      error: { reason: "CUT_OFF" },
    });
  });
});

describe("a subgraph over HTTP", () => {
  it.each(["hang", "redirect", "html", "huge", "reset"])(
    "that answers with %s is unavailable: the client learns its name, and nothing of what was inside",
    async (fault) => {
      const before = failures.length;
      const failure = await subgraph.ask(asked(`{ ${fault} }`), context).catch((error: unknown) => error);
      expect(failure).toMatchObject({
        extensions: { code: "SUBGRAPH_UNAVAILABLE", details: { subgraph: "tickets" } },
      });
      expect(JSON.stringify(failure)).not.toMatch(/127\.0\.0\.1|secret|elsewhere/);
      expect(failures.length).toBe(before + 1);
    },
  );

  it("is given longer for a mutation than for a query: it may have had its effect", async () => {
    const mutation = subgraph.ask(asked("mutation { done }", "mutation"), context);
    await expect(subgraph.ask(asked("{ hang }"), context)).rejects.toMatchObject({
      extensions: { code: "SUBGRAPH_UNAVAILABLE" },
    });
    expect(await mutation).toEqual({ data: { done: true } });
  });

  it("is given no longer than a mutation says that people wait for it", async () => {
    const mutation = { ...asked("mutation { done }", "mutation"), within: 50 };
    await expect(subgraph.ask(mutation, context)).rejects.toMatchObject({
      extensions: { code: "SUBGRAPH_UNAVAILABLE" },
    });
    expect(failures.at(-1)?.error.reason).toBe("TIMED_OUT");
  });
});
