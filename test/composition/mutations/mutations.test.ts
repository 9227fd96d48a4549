import { describe, expect, it } from "vitest";
import { federated } from "../../testkit/federated.ts";

const done: string[] = [];
const later = async <T>(value: T): Promise<T> => {
  await new Promise((resolve) => setImmediate(resolve));
  return value;
};
const doing = async (what: string) => {
  done.push(`${what} begins`);
  await later(null);
  done.push(`${what} ends`);
  return { what, unit: { code: "u" } };
};

const sdl = `type Done @shareable { what: String unit: Unit } type Unit @key(fields: "code", resolvable: false) { code: ID! }`;
const graph = federated({
  tickets: {
    sdl: `type Query { nothing: Int } type Mutation { report: Done close: Done fail: Done } ${sdl}`,
    resolvers: {
      Mutation: {
        report: () => doing("report"),
        close: () => doing("close"),
        fail: () => {
          done.push("fail");
          throw new Error("no");
        },
      },
    },
  },
  whistles: {
    sdl: `type Mutation { blow: Done } ${sdl}`,
    resolvers: { Mutation: { blow: () => doing("blow") } },
  },
  units: {
    sdl: `type Unit @key(fields: "code") { code: ID! name: String }`,
    resolvers: { Unit: { __resolveReference: (unit: object) => ({ ...unit, name: "Water" }) } },
  },
});

async function doingInOrder(query: string) {
  done.length = 0;
  const answer = await graph.ask(query);
  return { ...answer, done: [...done] };
}

describe("the root fields of a mutation", () => {
  it("are done one after the other, across subgraphs, and joined with what others know", async () => {
    const query = "mutation { first: report { what } blow { what unit { name } } close { what } }";
    expect(await doingInOrder(query)).toEqual({
      data: {
        first: { what: "report" },
        blow: { what: "blow", unit: { name: "Water" } },
        close: { what: "close" },
      },
      errors: [],
      done: ["report begins", "report ends", "blow begins", "blow ends", "close begins", "close ends"],
    });
  });

  it("go on after one that failed, as the specification has it", async () => {
    expect(await doingInOrder("mutation { blow { what } oops: fail { what } again: blow { what } }")).toEqual(
      {
        data: { blow: { what: "blow" }, oops: null, again: { what: "blow" } },
        errors: [{ path: ["oops"], code: "INTERNAL_SERVER_ERROR" }],
        done: ["blow begins", "blow ends", "fail", "blow begins", "blow ends"],
      },
    );
  });

  it.each([
    [
      "one after the other",
      "mutation { close { what } ...F } fragment F on Mutation { report { what } fail { what } }",
    ],
    [
      "in fragments",
      "mutation { ...F ...G } fragment F on Mutation { close { what } } fragment G on Mutation { report { what } fail { what } }",
    ],
    [
      "in one fragment",
      "mutation { ...F } fragment F on Mutation { close { what } report { what } ... { fail { what } } }",
    ],
  ])("keep their order in one subgraph, written %s", async (_, query) => {
    expect((await doingInOrder(query)).done).toEqual([
      "close begins",
      "close ends",
      "report begins",
      "report ends",
      "fail",
    ]);
  });

  it("keep their order across subgraphs, written in fragments inside fragments", async () => {
    const query = `mutation { ...F ... on Mutation { report { what } } }
      fragment F on Mutation { ... on Mutation { close { what } } blow { what } }`;
    const order = ["close", "blow", "report"];
    const { data, done } = await doingInOrder(query);
    expect(done).toEqual(order.flatMap((what) => [`${what} begins`, `${what} ends`]));
    expect(JSON.stringify(data)).toBe(
      JSON.stringify(Object.fromEntries(order.map((what) => [what, { what }]))),
    );
  });

  it.each<[string, Record<string, boolean>, string[]]>([
    ["mutation { report { what } blow { what } report { unit { name } } }", {}, ["report", "blow"]],
    [
      "mutation ($on: Boolean!) { report { what } blow { what } report @include(if: $on) { unit { name } } }",
      { on: true },
      ["report", "blow"],
    ],
    [
      "mutation ($on: Boolean!) { report @include(if: $on) { what } blow { what } report { unit { name } } }",
      { on: true },
      ["report", "blow"],
    ],
    [
      "mutation ($on: Boolean!) { report @include(if: $on) { what } blow { what } report { unit { name } } }",
      { on: false },
      ["blow", "report"],
    ],
  ])("are done once however often they are selected: %s %j", async (query, variables, once) => {
    done.length = 0;
    const { errors } = await graph.ask(query, variables);
    expect(errors).toEqual([]);
    expect(done).toEqual(once.flatMap((what) => [`${what} begins`, `${what} ends`]));
  });

  it("are done again by Apollo's gateway where they are selected again under a condition", async () => {
    done.length = 0;
    const query =
      "mutation ($on: Boolean!) { report { what } blow { what } report @include(if: $on) { unit { name } } }";
    await graph.askStock(query, { on: true });
    expect(done.filter((what) => what === "report begins")).toHaveLength(2);
  });

  it("are each sent once", async () => {
    await graph.ask("mutation { report { unit { name } } blow { what } }");
    const mutations = graph.sent().filter(({ operation }) => operation.startsWith("mutation"));
    expect(mutations.map(({ subgraph }) => subgraph)).toEqual(["tickets", "whistles"]);
  });
});
