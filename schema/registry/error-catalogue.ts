import { sharedErrors } from "../../subgraphs/shared/errors.ts";
import { type Catalogue, forbiddenEntry, messageOf } from "../../subgraphs/shared/refusal.ts";
import { houseRules } from "../../subgraphs/shared/rule.ts";

/** Everything the graph may refuse with, as the page people look codes up on. */
export function errorPage(
  subgraphs: readonly { readonly name: string; readonly errors: Catalogue }[],
): string {
  const sections = [
    section("Anywhere", { ...sharedErrors, FORBIDDEN: forbiddenEntry }),
    ...subgraphs.map(({ name, errors }) => section(name, errors)),
  ];
  return `# Error codes

Every error of the graph has \`extensions.code\` from this list, \`extensions.fault\` (\`CALLER\`: you can mend it; \`SYSTEM\`: only we can), its message in Chinese in \`extensions.messageZh\`, and what the words in braces stood for in \`extensions.details\`.

A refusal by a rule names it in \`extensions.rule\`: a rule of the five practices ([rules](rules.md)), a law or standard, or a rule of the platform's own, below. \`extensions.allowed\` says what would be allowed instead: in words (\`en\`, \`zh\`), and for programs in \`states\`, \`moves\`, \`posts\`, \`units\`, \`values\`, \`minimum\`, \`maximum\`, \`earliest\`, \`latest\`, as far as they apply. \`FORBIDDEN\`, and \`BAD_INPUT\` where a rule stands behind it, name the rule of the case. Where it matters who came first, \`extensions.lastChange\` says what was last done with it, by which post of which unit, and when. This page is made from the code by \`npm run schema\`.

${sections.join("\n")}
${houseSection}`;
}

const cell = (text: string): string => text.replaceAll("|", "\\|");

const houseSection = `## Rules of the platform's own

| rule | English | 中文 |
|---|---|---|
${Object.entries(houseRules)
  .map(([rule, { en, zh }]) => `| \`${rule}\` | ${cell(en)} | ${cell(zh)} |`)
  .join("\n")}
`;

function section(title: string, catalogue: Catalogue): string {
  const rows = Object.entries(catalogue)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(
      ([code, entry]) =>
        `| \`${code}\` | ${entry.fault} | ${entry.rule ?? ""} | ${cell(messageOf(entry).en)} | ${cell(messageOf(entry).zh)} |`,
    );
  return `## ${title}\n\n| code | fault | rule | English | 中文 |\n|---|---|---|---|---|\n${rows.join("\n")}\n`;
}
