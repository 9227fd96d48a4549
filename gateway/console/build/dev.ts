import { createServer } from "vite";
import { sourceDirectory } from "./build.ts";
import { viteConfig } from "./vite-config.ts";

/**
 * `npm run dev`: the console as it is being written, each change shown at once, before a stack that is running.
 * GATEWAY_URL says where that is, PORT where the console is shown.
 */
const { GATEWAY_URL = "http://127.0.0.1:4000", PORT = "4100" } = process.env;
const proxy = Object.fromEntries(
  ["/graphql", "/session/config.json", "/session/token", "/explorer", "/media/"].map((path) => [
    path,
    { target: GATEWAY_URL, ws: true },
  ]),
);
const server = await createServer({
  ...viteConfig,
  root: sourceDirectory,
  logLevel: "info",
  server: {
    host: "127.0.0.1",
    port: Number(PORT),
    strictPort: true,
    proxy,
    watch: { ignored: ["**/dist*/**"] },
  },
});
await server.listen();
server.printUrls();
