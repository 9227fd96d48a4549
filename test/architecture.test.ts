import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { buildSchema, isEnumType, isIntrospectionType, isScalarType } from "graphql";
import { describe, expect, it } from "vitest";
import { sharedErrors } from "../subgraphs/shared/errors.ts";

const root = join(import.meta.dirname, "..");

/** Files of the project: tracked ones and new ones that git does not ignore. */
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "" && statSync(join(root, file), { throwIfNoEntry: false })?.isFile());
const sources = files.filter((file) => /\.tsx?$/.test(file) && !/\.graphql\.ts$/.test(file));
const read = (file: string): string => readFileSync(join(root, file), "utf8");

interface Import {
  readonly from: string;
  readonly to: string;
}

/** Imports between files of ours, by path. */
const imports: readonly Import[] = sources.flatMap((from) =>
  [...read(from).matchAll(/(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g)].map(([, target = ""]) => ({
    from,
    to: relative(root, resolve(root, dirname(from), target)),
  })),
);

const isTest = (file: string): boolean =>
  /\.(test|fixtures|walk)\.ts$/.test(file) || file.startsWith("test/");
const subgraphOf = (file: string): string | undefined => /^subgraphs\/([^/]+)\//.exec(file)?.[1];
const subgraphs = readdirSync(join(root, "subgraphs")).filter((name) => name !== "shared");

const stores = sources.filter((file) => file.endsWith(".store.ts") && subgraphOf(file));
/** By type, the class that says what of its rows is shown. */
const entities = new Map(
  sources.flatMap((file) =>
    [...read(file).matchAll(/@ObjectType\([\s\S]*?\nexport class (\w+)/g)].map(([, type = ""]) => [
      type,
      file,
    ]),
  ),
);
/** Shown under another name, or as what it leads to: whoever sees the row sees that there is such a one. */
const shownOtherwise = [
  "CallBack.ticketNumber",
  "CallBackDue.ticketNumber",
  "GridTask.classProblemNumber",
  "LogEntry.sequence",
  "Score.sheetNumber",
  "Steepness.lastDay",
  "Steepness.lastWeek",
  "Steepness.number",
  "Whistle.dueAt",
  "WhistleEvaluation.whistleNumber",
];
/** Codes of places, units, matters and items are public; an id that is no field is made up and leads nowhere. */
function showsColumn(type: string, column: string): boolean {
  if (/Code$/.test(column) || column === "id" || shownOtherwise.includes(`${type}.${column}`)) return true;
  const [before = ""] = read(entities.get(type) ?? "").split(new RegExp(`\\n  ${column}[?!]?:`));
  return before.slice(before.lastIndexOf("\n\n")).includes("@Field(");
}

const offending = (broken: (each: Import) => boolean): string[] =>
  imports.filter(broken).map(({ from, to }) => `${from} imports ${to}`);

describe("the tree", () => {
  it("has the top level that was agreed, and nothing beside it", () => {
    const top = new Set(files.map((file) => file.split("/")[0] ?? ""));
    const allowed = [
      ".ci",
      ".dockerignore",
      ".gitattributes",
      ".gitignore",
      "ARCHITECTURE.md",
      "CHANGELOG.md",
      "CODEOWNERS",
      "README.md",
      "biome.json",
      "docker-compose.yml",
      "docs",
      "gateway",
      "infra",
      "package-lock.json",
      "package.json",
      "schema",
      "subgraphs",
      "test",
      "tsconfig.json",
      "vitest.config.ts",
    ];
    expect([...top].filter((name) => !allowed.includes(name))).toEqual([]);
  });

  it("keeps what subgraphs share to a closed, small list", () => {
    const shared = files
      .filter((file) => file.startsWith("subgraphs/shared/") && !isTest(file))
      .map((file) => basename(file));
    expect(shared.sort()).toEqual([
      "alarm.ts",
      "asking.ts",
      "calendar-overrides.json",
      "calendar.ts",
      "case-part.ts",
      "codes.ts",
      "collect-fields.ts",
      "columns-read.ts",
      "compiled-operation.ts",
      "completion.ts",
      "conditions.ts",
      "connection.ts",
      "consent.ts",
      "database.ts",
      "documents.ts",
      "entity-references.ts",
      "envelope.ts",
      "errors.ts",
      "event-group.ts",
      "federated-schema.ts",
      "feed-follower.ts",
      "feed-notices.ts",
      "feed-resolver.ts",
      "feed-tail.ts",
      "feed.ts",
      "field-errors.ts",
      "finding.ts",
      "following.ts",
      "fragments.ts",
      "graph-client.ts",
      "http.ts",
      "idempotency.ts",
      "interest.ts",
      "leaf.ts",
      "loader.ts",
      "log-entry.ts",
      "look-up.ts",
      "migrations.ts",
      "move.ts",
      "personal.ts",
      "pipeline.ts",
      "place.ts",
      "position-input.ts",
      "position.ts",
      "principal.ts",
      "reach.ts",
      "read-arguments.ts",
      "refusal-over-http.ts",
      "refusal.ts",
      "rows.ts",
      "rule.ts",
      "running-number.ts",
      "scalars.ts",
      "schema-directives.ts",
      "sealed-text.ts",
      "selected-field.ts",
      "selection.ts",
      "server.ts",
      "shared-answer.ts",
      "signing-key.ts",
      "statement.ts",
      "subgraph.ts",
      "subject.ts",
      "subscription-answers.ts",
      "subscription-server.ts",
      "subscriptions.ts",
      "time-limit-unit.ts",
      "timers.ts",
      "upload-server.ts",
      "uploads.ts",
      "variables-of-events.ts",
    ]);
  });

  it("gives every enum one name in the contract: with two, the order of loading would choose", () => {
    const registered = sources.flatMap((file) =>
      file.startsWith("subgraphs/") && !isTest(file)
        ? [...read(file).matchAll(/registerEnumType\((\w+)/g)].map(([, name]) => name)
        : [],
    );
    expect(registered.filter((name, index) => registered.indexOf(name) !== index)).toEqual([]);
  });

  it("defines every subgraph in one file of its own name", () => {
    for (const name of subgraphs) expect(files).toContain(`subgraphs/${name}/${name}.subgraph.ts`);
  });
});

describe("who may know whom", () => {
  it("lets no subgraph import another: departments meet only in the graph", () => {
    expect(
      offending(({ from, to }) => {
        const [own, other] = [subgraphOf(from), subgraphOf(to)];
        return (
          own !== undefined && other !== undefined && other !== "shared" && own !== other && !isTest(from)
        );
      }),
    ).toEqual([]);
  });

  it("lets what is shared depend on no subgraph", () => {
    expect(
      offending(
        ({ from, to }) => subgraphOf(from) === "shared" && ![undefined, "shared"].includes(subgraphOf(to)),
      ),
    ).toEqual([]);
  });

  it("lets subgraphs know neither gateway nor infrastructure", () => {
    expect(
      offending(
        ({ from, to }) =>
          from.startsWith("subgraphs/") && !isTest(from) && /^(gateway|infra|schema|test)\//.test(to),
      ),
    ).toEqual([]);
  });

  it("lets the gateway know of subgraphs only what is shared", () => {
    expect(
      offending(
        ({ from, to }) =>
          from.startsWith("gateway/") &&
          !isTest(from) &&
          to.startsWith("subgraphs/") &&
          subgraphOf(to) !== "shared",
      ),
    ).toEqual([]);
  });

  it("lets the gateway stand without the infrastructure that starts it", () => {
    expect(
      offending(
        ({ from, to }) => from.startsWith("gateway/") && !isTest(from) && /^(infra|schema)\//.test(to),
      ),
    ).toEqual([]);
  });

  it("has no files that import each other in a circle", () => {
    const targets = new Map<string, string[]>();
    for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      if (path.includes(file) || done.has(file)) return;
      for (const target of targets.get(file) ?? []) walk(target, [...path, file]);
      done.add(file);
    };
    for (const file of sources) walk(file, []);
    expect(circles).toEqual([]);
  });

  it("keeps TypeORM and SQL in entities, stores, migrations and what is shared", () => {
    const allowed =
      /\.store\.ts$|\/migrations\/|^subgraphs\/shared\/|\.subgraph\.ts$|\.seed\.ts$|\.consumer\.ts$|\.context\.ts$/;
    const stray = sources.filter((file) => {
      if (!file.startsWith("subgraphs/") || isTest(file) || allowed.test(file)) return false;
      return /\b(createQueryBuilder|EntityManager|DataSource)\b|\.query\(/.test(read(file));
    });
    expect(stray).toEqual([]);
  });

  it("keeps rules pure: lifecycles and deadlines know no database, no clock, no graph", () => {
    const rules = sources.filter((file) => /\.(lifecycle|deadline)\.ts$/.test(file));
    expect(rules.length).toBeGreaterThan(0);
    expect(
      rules.filter((file) => /from "typeorm"|new Date\(\)|Date\.now|await |graph-client/.test(read(file))),
    ).toEqual([]);
  });

  it("asks the machine's clock nowhere in a subgraph: the instant comes with the request", () => {
    const asking = sources.filter(
      (file) => file.startsWith("subgraphs/") && !isTest(file) && /new Date\(\)|Date\.now\(/.test(read(file)),
    );
    expect(asking).toEqual([]);
  });
});

describe("the console", () => {
  const client = (file: string): boolean =>
    file.startsWith("gateway/console/") &&
    !isTest(file) &&
    !/^gateway\/console\/(build|documents)\/|serve-console\.ts$/.test(file);
  const page = (file: string): string | undefined => /^gateway\/console\/pages\/([^/]+)\//.exec(file)?.[1];

  it("knows of the server what the server says of sign-in, and nothing else: the rest it asks the public graph", () => {
    expect(
      offending(
        ({ from, to }) =>
          client(from) && !to.startsWith("gateway/console/") && to !== "gateway/session/session-door.ts",
      ),
    ).toEqual([]);
  });

  it("has rooms that know nothing of each other: what two need is a part", () => {
    expect(
      offending(
        ({ from, to }) =>
          page(from) !== undefined && page(to) !== undefined && page(from) !== page(to) && !isTest(from),
      ),
    ).toEqual([]);
  });

  it("has every room walked through in a browser", () => {
    const rooms = new Set(files.flatMap((file) => page(file) ?? []));
    const walked = read("test/console/walk.browser.test.ts");
    expect([...rooms].filter((room) => !walked.includes(`/${room}.walk.ts"`))).toEqual([]);
  });

  it("is asked for by nobody but the gateway's own stack and the tests", () => {
    expect(
      offending(({ from, to }) => client(to) && !from.startsWith("gateway/console/") && !isTest(from)),
    ).toEqual([]);
  });
});

describe("how it is written", () => {
  it("orders lists by what their rows show: a cursor can be read by whoever gets it", () => {
    const hidden = stores.flatMap((file) =>
      [...read(file).matchAll(/: Order<(\w+)> = \{[^}]*?columns: \[([^\]]*)\]/g)].flatMap(
        ([, type = "", columns = ""]) =>
          [...columns.matchAll(/"(\w+)"/g)].flatMap(([, column = ""]) =>
            showsColumn(type, column) ? [] : [`${file}: ${type}.${column}`],
          ),
      ),
    );
    expect(hidden).toEqual([]);
  });

  it("names no file, folder or class for what it is instead of what it does", () => {
    const words = /(^|\/)(utils?|helpers?|common|misc|lib)(\/|\.ts$)/;
    expect(files.filter((file) => words.test(file))).toEqual([]);
    const suffixes = /\bclass \w+(Manager|Helper|Handler|Processor|Impl|Base)\b|\babstract class\b/;
    expect(
      sources.filter((file) => suffixes.test(read(file)) && file !== "test/architecture.test.ts"),
    ).toEqual([]);
  });

  it("has no barrels", () => {
    expect(sources.filter((file) => basename(file) === "index.ts")).toEqual([]);
  });

  it("switches type and lint checks off nowhere", () => {
    const off = new RegExp(
      ["\\bas an" + "y\\s*[;),.\\]}]", "@ts-ig" + "nore", "@ts-expect-er" + "ror", "biome-ig" + "nore"].join(
        "|",
      ),
    );
    expect(sources.filter((file) => off.test(read(file)))).toEqual([]);
  });

  it("says everything a person could be refused with in two languages, under one code each", async () => {
    const catalogues = sources.filter((file) => /\.errors\.ts$/.test(file));
    const codes = Object.keys(sharedErrors);
    for (const file of catalogues) {
      const module = (await import(join(root, file))) as Record<string, unknown>;
      for (const catalogue of Object.values(module)) {
        if (typeof catalogue !== "object" || catalogue === null) continue;
        for (const [code, entry] of Object.entries(catalogue as Record<string, { en: string; zh: string }>)) {
          codes.push(code);
          expect(entry.en, code).toMatch(/\w/);
          expect(entry.zh, code).toMatch(/\p{Script=Han}/u);
        }
      }
    }
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });
});

describe("the contract", () => {
  const schema = read("schema/supergraph.graphql");

  it("describes every type, field, argument and value, with the Chinese term", () => {
    const undescribed: string[] = [];
    const check = (coordinate: string, description: string | null | undefined) => {
      if (!/\p{Script=Han}/u.test(description ?? "")) undescribed.push(coordinate);
    };
    for (const type of Object.values(buildSchema(read("schema/api.graphql")).getTypeMap())) {
      if (isIntrospectionType(type) || isScalarType(type)) continue;
      if (!["Query", "Mutation", "Subscription"].includes(type.name)) check(type.name, type.description);
      if (isEnumType(type)) {
        for (const value of type.getValues()) check(`${type.name}.${value.name}`, value.description);
      } else if ("getFields" in type) {
        for (const field of Object.values(type.getFields())) {
          check(`${type.name}.${field.name}`, field.description);
          const args = "args" in field ? field.args : [];
          for (const { name, description } of args) check(`${type.name}.${field.name}(${name})`, description);
        }
      }
    }
    expect(undescribed).toEqual([]);
  });

  it("marks what is public; everything else needs a token", () => {
    const types = [...schema.matchAll(/^type (\w+)([^{]*)\{/gm)].filter(
      ([, name]) => !["Query", "Mutation", "Subscription"].includes(name ?? ""),
    );
    const unmarked = types.filter(
      ([, , head = ""]) => !head.includes("@authenticated") && !head.includes('"public"'),
    );
    expect(unmarked.map(([, name]) => name)).toEqual([]);
    const both = types.filter(
      ([, , head = ""]) => head.includes("@authenticated") && head.includes('"public"'),
    );
    expect(both.map(([, name]) => name)).toEqual([]);
  });
});
