import "reflect-metadata";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fieldWordsFile, fieldWordsPath } from "../../gateway/console/documents/field-words.ts";
import { termsFile, termsPath } from "../../gateway/console/documents/terms.ts";
import { orphanedDocuments, typedDocuments } from "../../gateway/console/documents/typed-documents.ts";
import { emitContract, schemaDirectory, staleFiles, writeContract } from "./emit.ts";

const usage = `Emits schema/<subgraph>.graphql from the code, composes schema/supergraph.graphql and schema/api.graphql,
and from that writes what the console's documents ask for and answer with, as types.

  npm run schema              write the files
  npm run schema -- --check   write nothing; exit 1 when a committed file is stale or composition fails
`;

const { values } = parseArgs({ options: { check: { type: "boolean" }, help: { type: "boolean" } } });
if (values.help) {
  process.stdout.write(usage);
} else {
  process.exitCode = await run(values.check === true);
}

async function run(check: boolean): Promise<number> {
  const contract = emitContract();
  if (!contract.success) {
    for (const { code, message } of contract.errors) process.stderr.write(`${code}: ${message}\n`);
    process.stderr.write("The subgraphs do not compose; nothing was written.\n");
    return 1;
  }
  const files = new Map([...contract.files, ...(await consoleFiles(contract.files))]);
  const orphaned = (await orphanedDocuments()).map((path) => `../${path}`);
  const stale = [...(await staleFiles(files)), ...orphaned];
  if (!check) {
    await writeContract(files);
    for (const path of orphaned) await rm(join(schemaDirectory, path));
    process.stdout.write(
      stale.length > 0 ? `Wrote ${stale.join(", ")}.\n` : "The schema files were up to date.\n",
    );
    return 0;
  }
  if (stale.length === 0) return 0;
  process.stderr.write(`Stale: ${stale.join(", ")}. Run \`npm run schema\` and commit the result.\n`);
  return 1;
}

/** The console's part of the contract, by path from `schema/`. */
async function consoleFiles(contract: ReadonlyMap<string, string>): Promise<[string, string][]> {
  const apiSchema = contract.get("api.graphql") ?? "";
  const files = [
    ...(await typedDocuments(apiSchema)),
    [termsPath, termsFile(apiSchema)] as const,
    [fieldWordsPath, fieldWordsFile(contract)] as const,
  ];
  return files.map(([path, text]) => [`../${path}`, text]);
}
