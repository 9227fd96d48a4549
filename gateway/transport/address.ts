import type { TcpNetConnectOpts } from "node:net";

/** Where a subgraph listens: a TCP port, or a Unix socket for one on the same machine. */
export type Address = Pick<TcpNetConnectOpts, "host" | "port"> | { readonly path: string };

/** Reads `http://host:port` or `unix:/path/to/socket`. */
export function addressOf(url: string): Address {
  const { protocol, hostname, port, pathname } = new URL(url);
  if (protocol === "unix:") return { path: decodeURIComponent(pathname) };
  if (protocol !== "http:") throw new Error(`a subgraph is not reached by ${protocol}`);
  return { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || 80) };
}

/** What a `Host` header says of it; a Unix socket has no name of its own. */
export const hostOf = (address: Address): string =>
  "path" in address
    ? "localhost"
    : `${address.host?.includes(":") ? `[${address.host}]` : address.host}:${address.port}`;
