import type { Practice, Rule } from "./rules.ts";

/** A file of the project, by its path from the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A refusal by a rule: its code, and the rules it names. */
export interface Refusal {
  readonly code: string;
  readonly rule: string;
}

export interface RulePage {
  readonly text: string;
  /** Where rules, code and tests contradict each other. */
  readonly findings: readonly string[];
}

interface Standing {
  readonly rule: Rule;
  /** Files that keep it, those that say most of it first. */
  readonly keptIn: readonly string[];
  readonly shownBy: readonly Shown[];
  /** Codes it is refused with. */
  readonly refusedWith: readonly string[];
}

interface Shown {
  readonly path: string;
  /** The tests' titles that name the rule; none where it is only named in a row of their table. */
  readonly titles: readonly string[];
}

const mention = /\b(?:KF|GZ|PG|ZY|BJ)-\d+\b/g;
const shownAtMost = 4;

/**
 * Which files keep a rule and which tests show it, by the rule's id: that is why every rule is named where it is kept
 * and in the test that shows it. A rule that no test names must say why not.
 */
export function rulePage(
  practices: readonly Practice[],
  files: readonly SourceFile[],
  refusals: readonly Refusal[] = [],
): RulePage {
  const sources = files.filter(({ path }) => isKept(path));
  const tests = files.filter(({ path }) => isTest.test(path));
  const kept = sources.map(({ path, text }) => ({ path, counts: counted(text) }));
  const shown = tests.map(({ path, text }) => ({ path, ...namedIn(text) }));

  const standings = practices.map((practice) => ({
    practice,
    standings: practice.rules.map((rule): Standing => {
      const { id } = rule;
      return {
        rule,
        keptIn: kept
          .filter(({ counts }) => counts.has(id))
          .sort((one, other) => weight(other, id) - weight(one, id) || (one.path < other.path ? -1 : 1))
          .map(({ path }) => path),
        shownBy: shown
          .filter(({ ids }) => ids.has(id))
          .map(({ path, titles }) => ({ path, titles: telling(titles, id) }))
          .sort((one, other) => rank(one, id) - rank(other, id) || (one.path < other.path ? -1 : 1)),
        refusedWith: refusals.flatMap((each) => (idsIn(each.rule).has(id) ? [each.code] : [])).sort(),
      };
    }),
  }));
  const known = new Set(practices.flatMap(({ rules }) => rules.map(({ id }) => id)));
  const unknown = [...sources, ...tests].flatMap(({ path, text }) =>
    [...idsIn(text)]
      .filter((id) => !known.has(id))
      .map((id) => `${path} names ${id}, and there is no such rule.`),
  );
  const all = standings.flatMap((each) => each.standings);
  return { text: written(standings, all), findings: [...unknown, ...all.flatMap(contradictions)] };
}

/** Tests, and the journeys and walks that share a stack for which there is one test. */
const isTest = /\.(test|journey|walk)\.ts$/;

/** Written from the contract's descriptions: they say rules again that are kept elsewhere. */
const isGenerated = /\.graphql\.ts$|^gateway\/console\/language\/(terms|field-words)\.ts$/;

/** What keeps a rule: code and data of the product, not what tests it, nor the datasets made up to show it. */
const isKept = (path: string): boolean =>
  /^(gateway|subgraphs|infra|schema)\//.test(path) &&
  /\.(ts|json)$/.test(path) &&
  !isGenerated.test(path) &&
  !/\.(test|fixtures|walk)\.ts$/.test(path) &&
  !path.startsWith("infra/dataset/");

const idsIn = (text: string): Set<string> => new Set(text.match(mention));

function counted(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const id of text.match(mention) ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Where a move is refused or a limit computed a rule is kept; elsewhere it is mostly described. */
const decides = /\.(lifecycle|deadline|findings)\.ts$|-guard\.ts$|\/profiles\/[^/]+\.json$/;

const weight = (
  { path, counts }: { readonly path: string; readonly counts: ReadonlyMap<string, number> },
  id: string,
): number => (counts.get(id) ?? 0) + (decides.test(path) ? 100 : 0);

/** The titles that name a rule, those first that begin with it: they say what exactly is shown. */
const telling = (titles: readonly string[], id: string): string[] =>
  titles
    .filter((title) => idsIn(title).has(id))
    .sort((one, other) => Number(other.startsWith(id)) - Number(one.startsWith(id)));

function rank({ path, titles: [first] }: Shown, id: string): number {
  if (first === undefined) return 3;
  if (path.startsWith("infra/dataset/")) return 2;
  return first.startsWith(id) ? 0 : 1;
}

const strings = /(["'])(?:\\.|(?!\1)[^\\\n])*\1|`(?:\\.|[^\\`])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
const titled =
  /\b(?:describe|it|test)(?:\.\w+)*(?:\((?:[^()"'`]|\[[^\]]*\])*\))?\(\s*(["'`])((?:\\.|(?!\1)[\s\S])*?)\1/g;

/** The rules that a test names in its strings: a comment shows nothing. */
function namedIn(text: string): { ids: Set<string>; titles: readonly string[] } {
  const said = text.match(strings)?.filter((each) => !each.startsWith("/")) ?? [];
  const titles = [...text.matchAll(titled)].map(([, , title = ""]) => title.replace(/\s+/g, " "));
  return { ids: idsIn(said.join("\n")), titles };
}

function contradictions({ rule: { id, notBuilt }, keptIn, shownBy }: Standing): string[] {
  if (notBuilt === undefined && shownBy.length === 0) {
    const where = keptIn.length > 0 ? `kept in ${keptIn[0]}` : "kept nowhere";
    return [
      `${id}: ${where}, and no test names it. Name it in the test that shows it, or say why it is not built.`,
    ];
  }
  if (notBuilt === undefined && keptIn.length === 0) {
    return [`${id}: ${shownBy[0]?.path} names it, and no code does. Name it where it is kept.`];
  }
  return [];
}

interface Section {
  readonly practice: Practice;
  readonly standings: readonly Standing[];
}

function written(sections: readonly Section[], all: readonly Standing[]): string {
  const built = all.filter(({ rule }) => rule.notBuilt === undefined).length;
  const parts = sections.map(
    ({ practice: { prefix, name, nameZh }, standings }) => `## ${prefix} · ${name} (${nameZh})

| rule | what it asks | kept in | shown by | refuses with |
| ---- | ------------ | ------- | -------- | ------------ |
${standings.map(row).join("\n")}
`,
  );
  return `# Rules

Every rule of the five published practices: where the code keeps it, which tests show it, and the [codes](errors.md) it refuses with. ${built} of ${all.length} are built. This page is written by \`npm run rules\` from the rules' ids in code and tests, and \`npm run check\` fails when it is stale.

${parts.join("\n")}`;
}

function row({ rule: { id, name, nameZh, notBuilt }, keptIn, shownBy, refusedWith }: Standing): string {
  const asks = `${name} (${nameZh})`;
  const codes = refusedWith.map((code) => `\`${code}\``).join(" ");
  if (notBuilt !== undefined)
    return `| ${id} | ${asks} | *not yet built: ${notBuilt}* | ${few(shownBy.map(shownIn))} | ${codes} |`;
  return `| ${id} | ${asks} | ${few(keptIn.map(linked))} | ${few(shownBy.map(shownIn))} | ${codes} |`;
}

const few = (each: readonly string[]): string => {
  const more = each.length - shownAtMost;
  return [...each.slice(0, shownAtMost), ...(more > 0 ? [`and ${more} more`] : [])].join("<br>");
};

const linked = (path: string): string => `[${path.split("/").slice(-1)[0]}](../${path})`;

function shownIn({ path, titles: [first, ...others] }: Shown): string {
  if (first === undefined) return linked(path);
  const more = others.length > 0 ? `, ${others.length} more` : "";
  return `${inCell(first)} (${linked(path)}${more})`;
}

const inCell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
