// Mercurius with its gateway plug-in and compiled execution. It introspects Federation 1 subgraphs by itself.
import mercuriusGateway from "@mercuriusjs/gateway";
import fastify from "fastify";

const [port, _supergraphFile, ...subgraphs] = process.argv.slice(2);

const app = fastify();
app.register(mercuriusGateway, {
  jit: 1,
  gateway: {
    services: subgraphs.map((subgraph) => {
      const [name, url] = subgraph.split("=");
      return { name, url };
    }),
  },
});
await app.listen({ host: "127.0.0.1", port: Number(port) });
