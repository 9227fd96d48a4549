import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { codegen } from "@graphql-codegen/core";
import * as typedDocumentNode from "@graphql-codegen/typed-document-node";
import * as typescriptOperations from "@graphql-codegen/typescript-operations";
import { type DocumentNode, type FragmentDefinitionNode, Kind, parse, visit } from "graphql";

const root = join(import.meta.dirname, "..", "..", "..");
const source = join(root, "gateway", "console");

const config = {
  defaultScalarType: "string",
  documentMode: "documentNode",
  enumType: "string-literal",
  skipTypename: true,
  useTypeImports: true,
  scalars: { Int: "number", Float: "number", Boolean: "boolean", ID: "string", String: "string" },
};

const header =
  "// Written by `npm run schema` from the document beside it and schema/api.graphql; never edited by hand.\n";

/**
 * For each `*.graphql` of the console a `*.graphql.ts` beside it: the document with the types of its variables and its
 * answer, by path from the root. Fragments may lie in another file; each file carries those it spreads.
 */
export async function typedDocuments(apiSchema: string): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(source, { recursive: true }))
    .filter((name) => name.endsWith(".graphql"))
    .sort();
  const documents = await Promise.all(
    names.map(async (name) => parse(await readFile(join(source, name), "utf8"))),
  );
  const fragments = new Map(
    documents.flatMap(({ definitions }) =>
      definitions.flatMap((each) =>
        each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
      ),
    ),
  );
  const schema = parse(apiSchema);
  const typed = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    const document = documents[index];
    if (!document) continue;
    const path = join(source, `${name}.ts`);
    typed.set(relative(root, path), await generate(path, withFragments(document, fragments), schema));
  }
  return typed;
}

/** Types of documents that are no more, by path from the root. */
export async function orphanedDocuments(): Promise<readonly string[]> {
  const names = new Set(await readdir(source, { recursive: true }));
  return [...names]
    .filter((name) => name.endsWith(".graphql.ts") && !names.has(name.replace(/\.ts$/, "")))
    .map((name) => relative(root, join(source, name)));
}

const generate = (filename: string, document: DocumentNode, schema: DocumentNode): Promise<string> =>
  codegen({
    filename,
    schema,
    documents: [{ location: filename, document }],
    config,
    plugins: [{ add: {} }, { typescriptOperations: {} }, { typedDocumentNode: {} }],
    pluginMap: { add: { plugin: () => header }, typescriptOperations, typedDocumentNode },
  });

/** The document with the fragments it spreads from other files, and those that these spread. */
function withFragments(
  document: DocumentNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): DocumentNode {
  const definitions = [...document.definitions];
  const held = new Set(definitions.map((each) => ("name" in each ? each.name?.value : undefined)));
  for (const each of definitions) {
    visit(each, {
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value);
        if (!fragment || held.has(value)) return;
        held.add(value);
        definitions.push(fragment);
      },
    });
  }
  return { ...document, definitions };
}
