import type { IncomingMessage } from "node:http";
import { isIP, isIPv6 } from "node:net";

/**
 * The network a request comes from. Behind `proxies` of our own the nearest ones have written down whom they speak for;
 * what stands further left in `X-Forwarded-For` anybody may have written.
 */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const direct = request.socket.remoteAddress ?? "";
  if (proxies === 0) return networkOf(direct);
  const forwarded = [request.headers["x-forwarded-for"] ?? ""].flat().join(",").split(",");
  const stated = forwarded.at(-proxies)?.trim() ?? "";
  return networkOf(isIP(stated) ? stated : direct);
}

/** Whoever has one IPv6 address has a whole /64 of them: that is one client. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !isIPv6(address)) return mapped ?? address;
  const [head = "", tail] = address.toLowerCase().split("%", 1).join("").split("::");
  const groups = head.split(":").filter(Boolean);
  const after = (tail ?? "").split(":").filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - groups.length - after.length;
  const all = [...groups, ...Array<string>(Math.max(0, zeros)).fill("0"), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
