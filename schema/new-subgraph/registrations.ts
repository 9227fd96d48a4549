import { variableOf } from "../../infra/settings.ts";
import type { Wish } from "./wish.ts";
import type { Wording } from "./wording.ts";

/** A file that knows every subgraph by name, and how a new one is entered in it. */
interface Registration {
  readonly file: string;
  /** The file with the subgraph in it; undefined where the place to enter it is not found. */
  readonly enter: (text: string, wish: Wish, wording: Wording) => string | undefined;
}

/** Puts `addition` behind the last place that `pattern` finds. */
function afterLast(text: string, pattern: RegExp, addition: string): string | undefined {
  const last = [...text.matchAll(pattern)].at(-1);
  if (!last) return undefined;
  const end = last.index + last[0].length;
  return text.slice(0, end) + addition + text.slice(end);
}

function before(text: string, pattern: RegExp, addition: string): string | undefined {
  const at = text.search(pattern);
  return at < 0 ? undefined : text.slice(0, at) + addition + text.slice(at);
}

/** Several entries in one file: all of them, or none. */
const each =
  (...entries: readonly Registration["enter"][]): Registration["enter"] =>
  (text, wish, wording) =>
    entries.reduce<string | undefined>(
      (entered, enter) => (entered === undefined ? undefined : enter(entered, wish, wording)),
      text,
    );

/** The lines of one service of docker-compose.yml. */
const serviceLines = (name: string): RegExp => new RegExp(`^  ${name}:\\n(?:(?: {4,}.*)?\\n)+`, "m");

/** Enters something in one service of docker-compose.yml. */
const inService =
  (name: string, enter: Registration["enter"]): Registration["enter"] =>
  (text, wish, wording) => {
    const found = serviceLines(name).exec(text);
    const entered = found && enter(found[0], wish, wording);
    return found && entered
      ? text.slice(0, found.index) + entered + text.slice(found.index + found[0].length)
      : undefined;
  };

const databaseOf = (name: string): string => {
  const variable = variableOf("DATABASE_URL", name);
  return `${variable}: \${${variable}:?see infra/compose.env.sample}`;
};

const service = (name: string): string => `  ${name}:
    <<: *subgraph
    command: [node, --import, tsx, infra/start-subgraph.ts, ${name}]
    environment:
      <<: *addresses
      ${databaseOf(name)}

`;

/** Names of services in docker-compose.yml. */
export const servicesIn = (compose: string): readonly string[] =>
  [...compose.slice(compose.search(/^services:$/m)).matchAll(/^ {2}([\w-]+):$/gm)].map(
    ([, name = ""]) => name,
  );

/** Every file that must know the subgraph beside its own; what is emitted from code is not among them. */
export const registrations: readonly Registration[] = [
  {
    file: "schema/subgraphs.ts",
    enter: each(
      (text, { name }, { definition }) =>
        afterLast(
          text,
          /^import .*\.subgraph\.ts";$/gm,
          `\nimport { ${definition} } from "../subgraphs/${name}/${name}.subgraph.ts";`,
        ),
      (text, _, { definition }) => before(text, /^\];$/m, `  ${definition},\n`),
    ),
  },
  {
    file: "CODEOWNERS",
    enter: (text, { name, owner }) => {
      const line = (path: string) => `\n${`${path} `.padEnd(36)}@whistlegraph/${owner.toLowerCase()}`;
      return afterLast(
        text,
        /^\/schema\/[\w-]+\.graphql +@\S+$/gm,
        line(`/subgraphs/${name}/`) + line(`/schema/${name}.graphql`),
      );
    },
  },
  {
    file: "docker-compose.yml",
    enter: each(
      (text, { name }) =>
        afterLast(
          text,
          /^ {2}SUBGRAPH_URL_\w+: .*$/gm,
          `\n  ${variableOf("SUBGRAPH_URL", name)}: http://${name}:4000`,
        ),
      (text, { name }) => afterLast(text, /^ {2}DATABASE_URL_\w+: .*$/gm, `\n  ${databaseOf(name)}`),
      (text, { name }) => before(text, /^ {2}gateway:$/m, service(name)),
      inService("gateway", (text, { name }) =>
        afterLast(text, /depends_on:\n(?: {6}- [\w-]+\n)+/g, `      - ${name}\n`),
      ),
      inService("dataset", (text, { name }) =>
        afterLast(
          text,
          /^ {6}[\w-]+:\n {8}condition: service_healthy\n/gm,
          `      ${name}:\n        condition: service_healthy\n`,
        ),
      ),
    ),
  },
  {
    file: "infra/compose.env.sample",
    enter: (text, { name }) => {
      const passwords = [...text.matchAll(/change-me-(\d+)/g)].map(([, number]) => Number(number));
      const role = `whistlegraph_${name.replaceAll("-", "_")}`;
      const password = `change-me-${Math.max(0, ...passwords) + 1}`;
      return afterLast(
        text,
        /^DATABASE_URL_\w+=.*$/gm,
        `\n${variableOf("DATABASE_URL", name)}=postgres://${role}:${password}@postgres:5432/${role}`,
      );
    },
  },
  {
    file: "subgraphs/stewardship/subgraph-owner/subgraph-owners.seed.ts",
    enter: (text, { name, owner, titleZh }) =>
      before(
        text,
        /^\] as const satisfies readonly SubgraphOwner\[\];$/m,
        `  { subgraph: "${name}", unit: "${owner}", title: ${JSON.stringify(titleZh)} },\n`,
      ),
  },
];
