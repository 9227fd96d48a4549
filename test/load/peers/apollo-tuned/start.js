// Apollo Gateway with everything its settings allow: undici instead of its own HTTP client, what is not needed off.
import { readFileSync } from "node:fs";
import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { startStandaloneServer } from "@apollo/server/standalone";
import { Pool } from "undici";

const [port, supergraphFile] = process.argv.slice(2);

/** As much of fetch as the data source asks for, over a pool of kept connections. */
function fetcherFor(url) {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: 16 });
  return async (_url, { method, headers, body }) => {
    const {
      statusCode,
      headers: received,
      body: text,
    } = await pool.request({
      path: pathname,
      method,
      headers: headers instanceof Map ? Object.fromEntries(headers) : headers,
      body,
    });
    return {
      status: statusCode,
      ok: statusCode < 300,
      headers: { get: (name) => received[name.toLowerCase()] ?? null },
      json: () => text.json(),
      text: () => text.text(),
    };
  };
}

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(supergraphFile, "utf8"),
  buildService: ({ url }) => new RemoteGraphQLDataSource({ url, fetcher: fetcherFor(url) }),
});
const server = new ApolloServer({
  gateway,
  csrfPrevention: false,
  introspection: false,
  cache: "bounded",
  plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled()],
});
await startStandaloneServer(server, { listen: { host: "127.0.0.1", port: Number(port) } });
