import { type Catalogue, sharedErrors } from "../../subgraphs/shared/errors.ts";

/** Everything the graph may refuse with, as the page people look codes up on. */
export function errorPage(
  subgraphs: readonly { readonly name: string; readonly errors: Catalogue }[],
): string {
  const sections = [
    section("Anywhere", sharedErrors),
    ...subgraphs.map(({ name, errors }) => section(name, errors)),
  ];
  return `# Error codes

Every error of the graph has \`extensions.code\` from this list, \`extensions.fault\` (\`CALLER\`: you can mend it; \`SYSTEM\`: only we can), its message in Chinese in \`extensions.messageZh\`, the rule it enforces in \`extensions.rule\` where there is one, and what the words in braces stood for in \`extensions.details\`. This page is made from the code by \`npm run schema\`.

${sections.join("\n")}`;
}

function section(title: string, catalogue: Catalogue): string {
  const rows = Object.entries(catalogue)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(
      ([code, { fault, en, zh, rule }]) =>
        `| \`${code}\` | ${fault} | ${rule ?? ""} | ${cell(en)} | ${cell(zh)} |`,
    );
  return `## ${title}\n\n| code | fault | rule | English | 中文 |\n|---|---|---|---|---|\n${rows.join("\n")}\n`;
}

const cell = (text: string): string => text.replaceAll("|", "\\|");
