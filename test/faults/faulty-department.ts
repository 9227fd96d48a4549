import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { execute, getOperationAST, parse } from "graphql";

/** What happens to one question on its way: given the answer that is due, it does with the connection what it likes. */
export type Fault = (response: ServerResponse, answer: string) => void;

/** A department's system that answers as it should until it is given a fault. */
export interface FaultyDepartment {
  readonly url: string;
  /** Kinds of the operations that arrived. */
  readonly asked: readonly string[];
  /** Mutations that had their effect. */
  readonly effects: number;
  /** What every further question meets; nothing: it is answered. */
  fault: Fault | undefined;
  /** Takes no connections, until it listens again. */
  refuse(): Promise<void>;
  listen(): Promise<void>;
  close(): Promise<void>;
}

export const departmentSdl = `
  type Query { parks(first: Int): [Park!] }
  type Mutation { plant(park: ID!): Park }
  type Park @key(fields: "id") { id: ID! trees: Int }
`;

/** @param link the `extend schema @link(…)` a subgraph begins with */
export async function openFaultyDepartment(link: string): Promise<FaultyDepartment> {
  const asked: string[] = [];
  let effects = 0;
  let port = 0;
  const park = (id: string) => ({ __typename: "Park", id, trees: 7 });
  const schema = buildSubgraphSchema({
    typeDefs: parse(link + departmentSdl),
    resolvers: {
      Query: { parks: () => [park("1"), park("2")] },
      Mutation: {
        plant: (_: unknown, { park: id }: { park: string }) => {
          effects += 1;
          return park(id);
        },
      },
      Park: { __resolveReference: ({ id }: { id: string }) => park(id) },
    } as never,
  });

  const server = createServer(async (request, response) => {
    const { query, variables } = JSON.parse(await bodyOf(request));
    const document = parse(query);
    asked.push(getOperationAST(document)?.operation ?? "");
    const answer = JSON.stringify(await execute({ schema, document, variableValues: variables }));
    response.on("error", () => undefined);
    if (department.fault) department.fault(response, answer);
    else response.writeHead(200, { "content-length": Buffer.byteLength(answer) }).end(answer);
  });
  const listen = () =>
    new Promise<void>((resolve) => {
      server.listen(port, "127.0.0.1", () => {
        port = (server.address() as AddressInfo).port;
        resolve();
      });
    });
  const refuse = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen();

  const department: FaultyDepartment = {
    url: `http://127.0.0.1:${port}`,
    asked,
    get effects() {
      return effects;
    },
    fault: undefined,
    refuse,
    listen,
    close: refuse,
  };
  return department;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += chunk;
  return body;
}
