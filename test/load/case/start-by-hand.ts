import { createServer } from "node:http";
import { createIdentify } from "../../../gateway/access/identity.ts";
import { openIssuer } from "../../../infra/issuer/issuer.ts";
import { CaseByHand } from "./case-by-hand.ts";
import { identity } from "./case-lookup.ts";

/** The handler as a process, behind the same check of tokens as the gateway's. */
const [port, keyDirectory = "", ...named] = process.argv.slice(2);
const separated = named.map((each) => {
  const at = each.indexOf("=");
  return [each.slice(0, at), each.slice(at + 1)] as const;
});
const cases = new CaseByHand(new Map(separated));
const { jwks: keys } = await openIssuer({ directory: keyDirectory, ...identity });
const identify = createIdentify({ ...identity, keys });

createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const at = new Date();
  const principal = await identify(request.headers.authorization, at).catch(() => null);
  if (!principal) return response.writeHead(401).end("a token is needed");
  const { variables } = JSON.parse(Buffer.concat(chunks).toString());
  const text = JSON.stringify({ data: { ticket: await cases.lookUp(variables.number, principal, at) } });
  response.writeHead(200, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
  });
  return response.end(text);
}).listen(Number(port), "127.0.0.1");
