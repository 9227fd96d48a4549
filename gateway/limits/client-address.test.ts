import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { clientAddress } from "./client-address.ts";

function from(remoteAddress: string, forwarded?: string): IncomingMessage {
  const socket = Object.defineProperty(new Socket(), "remoteAddress", { value: remoteAddress });
  const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  return Object.assign(new IncomingMessage(socket), { headers });
}

describe("the network a request comes from", () => {
  it.each<[string, IncomingMessage, number, string]>([
    ["is that of the connection", from("10.0.0.9"), 0, "10.0.0.9"],
    ["is not what a client says of itself", from("10.0.0.9", "1.2.3.4"), 0, "10.0.0.9"],
    ["is what our proxy says", from("10.0.0.9", "1.2.3.4"), 1, "1.2.3.4"],
    [
      "is what our proxy says, not what the client told it",
      from("10.0.0.9", "6.6.6.6, 1.2.3.4"),
      1,
      "1.2.3.4",
    ],
    ["is what the farther of two proxies says", from("10.0.0.9", "6.6.6.6, 1.2.3.4, 10.0.0.8"), 2, "1.2.3.4"],
    ["is the connection's where the proxies said too little", from("10.0.0.9", "1.2.3.4"), 2, "10.0.0.9"],
    ["is the connection's where it is no address", from("10.0.0.9", "unknown"), 1, "10.0.0.9"],
    ["is one whichever way IPv4 is written", from("::ffff:10.0.0.9"), 0, "10.0.0.9"],
    ["is a whole /64 of IPv6", from("2001:db8:0:7:a:b:c:d"), 0, "2001:db8:0:7::/64"],
    ["is the same /64 from another of its addresses", from("2001:0DB8::7:1:2:3:4"), 0, "2001:db8:0:7::/64"],
    ["is the machine itself", from("::1"), 0, "0:0:0:0::/64"],
    ["leaves out over which cable", from("fe80::1%eth0"), 0, "fe80:0:0:0::/64"],
  ])("%s", (_, request, proxies, address) => {
    expect(clientAddress(request, proxies)).toBe(address);
  });
});
