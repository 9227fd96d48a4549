import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { subgraphs } from "../../schema/subgraphs.ts";
import { rulePage, type SourceFile } from "./rule-page.ts";
import { practices } from "./rules.ts";

const usage = `Writes docs/rules.md: every rule of the published practices, where it is kept and which tests show it.

  npm run rules              write the page
  npm run rules -- --check   write nothing; exit 1 when the page is stale or a rule is neither shown nor excused
`;

const root = join(import.meta.dirname, "..", "..");
const page = join(root, "docs", "rules.md");

function projectFiles(): SourceFile[] {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  return [...new Set(listed.split("\0"))]
    .filter((path) => /\.(ts|json)$/.test(path) && path !== "package-lock.json")
    .flatMap((path) => {
      try {
        return [{ path, text: readFileSync(join(root, path), "utf8") }];
      } catch {
        return []; // Deleted, and git has not been told.
      }
    });
}

const written = (): string => {
  try {
    return readFileSync(page, "utf8");
  } catch {
    return "";
  }
};

const { values } = parseArgs({ options: { check: { type: "boolean" }, help: { type: "boolean" } } });
if (values.help) process.stdout.write(usage);
else {
  const refusals = subgraphs.flatMap(({ errors }) =>
    Object.entries(errors).flatMap(([code, { rule }]) => (rule ? [{ code, rule }] : [])),
  );
  const { text, findings } = rulePage(practices, projectFiles(), refusals);
  for (const finding of findings) process.stderr.write(`${finding}\n`);
  if (findings.length > 0) process.exitCode = 1;
  const stale = written() !== text;
  if (!values.check) {
    writeFileSync(page, text);
    process.stdout.write(stale ? "Wrote docs/rules.md.\n" : "docs/rules.md was up to date.\n");
  } else if (stale) {
    process.stderr.write("Stale: docs/rules.md. Run `npm run rules` and commit the result.\n");
    process.exitCode = 1;
  }
}
