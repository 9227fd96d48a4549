import { describe, expect, it } from "vitest";
import { refuse } from "../../../subgraphs/shared/errors.ts";
import { federated } from "../../testkit/federated.ts";

const graph = federated({
  tickets: {
    sdl: `type Query { tickets: [[Ticket!]!] }
      type Ticket { handler: Unit helper: Unit }
      type Unit @key(fields: "code", resolvable: false) { code: ID! }`,
    resolvers: {
      Query: {
        tickets: () => [
          [{ handler: { code: "good" }, helper: { code: "bad" } }],
          [
            { handler: { code: "bad" }, helper: null },
            { handler: { code: "gone" }, helper: { code: "good" } },
          ],
        ],
      },
    },
  },
  units: {
    sdl: `type Unit @key(fields: "code") { code: ID! name: String phones: [Phone] seal: String! }
      type Phone { digits: String }`,
    resolvers: {
      Unit: {
        __resolveReference: ({ code }: { code: string }) => (code === "gone" ? null : { code }),
        name: ({ code }: { code: string }) => {
          if (code === "bad") throw refuse("NOT_FOUND", { kind: "unit", kindZh: "单位", id: code });
          return `unit ${code}`;
        },
        phones: ({ code }: { code: string }) => [{ digits: "1" }, null, { digits: code }],
        seal: ({ code }: { code: string }) => {
          if (code === "bad") throw new Error("SELECT seal FROM 10.0.0.7");
          return "s";
        },
      },
      Phone: {
        digits: ({ digits }: { digits: string }) => {
          if (digits === "bad") throw new Error("SELECT digits FROM 10.0.0.7");
          return digits;
        },
      },
    },
  },
});

describe("what goes wrong with one entity", () => {
  it("is told at every place of that entity, and of no other", async () => {
    const { data, errors } = await graph.ask(
      "{ list: tickets { who: handler { its: name } helper { name } } }",
    );
    expect(data).toEqual({
      list: [
        [{ who: { its: "unit good" }, helper: { name: null } }],
        [
          { who: { its: null }, helper: null },
          { who: { its: null }, helper: { name: "unit good" } },
        ],
      ],
    });
    expect(errors).toHaveLength(2);
    expect(errors).toEqual(
      expect.arrayContaining([
        { path: ["list", 0, 0, "helper", "name"], code: "NOT_FOUND" },
        { path: ["list", 1, 0, "who", "its"], code: "NOT_FOUND" },
      ]),
    );
  });

  it("is told where it is, deep in lists of the entity, without its words", async () => {
    expect(await graph.ask("{ tickets { helper { phones { n: digits } } } }")).toEqual({
      data: {
        tickets: [
          [{ helper: { phones: [{ n: "1" }, null, { n: null }] } }],
          [{ helper: null }, { helper: { phones: [{ n: "1" }, null, { n: "good" }] } }],
        ],
      },
      errors: [{ path: ["tickets", 0, 0, "helper", "phones", 2, "n"], code: "INTERNAL_SERVER_ERROR" }],
    });
  });

  it("takes the entity along where its field may not be null", async () => {
    expect(await graph.ask("{ tickets { helper { code seal } } }")).toEqual({
      data: { tickets: [[{ helper: null }], [{ helper: null }, { helper: { code: "good", seal: "s" } }]] },
      errors: [{ path: ["tickets", 0, 0, "helper", "seal"], code: "INTERNAL_SERVER_ERROR" }],
    });
  });

  it("has a code of ours where a subgraph knows nothing of an entity whose field may not be null", async () => {
    const { data, errors } = await graph.ask("{ tickets { handler { seal } } }");
    expect(data).toEqual({
      tickets: [[{ handler: { seal: "s" } }], [{ handler: null }, { handler: null }]],
    });
    expect(errors).toEqual(
      expect.arrayContaining([
        { path: ["tickets", 1, 0, "handler", "seal"], code: "INTERNAL_SERVER_ERROR" },
        { path: ["tickets", 1, 1, "handler", "seal"], code: "INVALID_SUBGRAPH_ANSWER" },
      ]),
    );
    expect(errors).toHaveLength(2);
  });
});
