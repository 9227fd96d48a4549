import {
  buildSchema,
  type DirectiveNode,
  isIntrospectionType,
  isObjectType,
  Kind,
  parse,
  type TypeNode,
} from "graphql";
import { chineseOf } from "./terms.ts";

/** Where the words are written, by path from the root. */
export const fieldWordsPath = "gateway/console/language/field-words.ts";

const header = `// Written by \`npm run schema\` from the descriptions of schema/*.graphql; never edited by hand.
// What records and grants name by coordinates, \`Type.field\`: the contract's Chinese word for each. English is read off the
// names themselves: see \`coordinates.ts\`.
`;

const roots = new Set(["Query", "Mutation", "Subscription"]);

/** Of every type and field the contract's Chinese word, and of each owner what takes a grant of its to be read. */
export function fieldWordsFile(files: ReadonlyMap<string, string>): string {
  const schema = buildSchema(files.get("api.graphql") ?? "", { assumeValid: true });
  const words = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !isIntrospectionType(type))
    .filter(({ name }) => !roots.has(name) && !name.endsWith("Edge"))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map((type) => {
      const fields = Object.values(type.getFields()).map(
        ({ name, description }) => `${name}: ${JSON.stringify(chineseOf(description ?? "") ?? name)}`,
      );
      const said = JSON.stringify(wordOf(type.description ?? "") ?? type.name);
      return `  ${type.name}: [${said}, { ${fields.join(", ")} }],\n`;
    });
  const owners = [...files]
    .filter(([name]) => name.endsWith(".graphql") && !["api.graphql", "supergraph.graphql"].includes(name))
    .map(([name, sdl]) => [name.replace(/\.graphql$/, ""), grantableOf(sdl)] as const)
    .filter(([, types]) => types.length > 0)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([owner, types]) => `  ${JSON.stringify(owner)}: {\n${types.join("")}  },\n`);
  const through = [...files].flatMap(([name, sdl]) =>
    ["api.graphql", "supergraph.graphql"].includes(name) || !name.endsWith(".graphql") ? [] : throughOf(sdl),
  );
  return `${header}
/** Of each type its word, and those of its fields. */
export const fieldWords: Readonly<Record<string, readonly [type: string, fields: Readonly<Record<string, string>>]>> = {
${words.join("")}};

/** What an owner may be asked to open: of a type that takes a grant all fields, of another those that do. */
export interface Grantable {
  /** Whether the type itself may be asked for. */
  readonly whole: boolean;
  readonly fields: readonly string[];
  /** Those shown masked unless they are asked for in clear. */
  readonly personal: readonly string[];
}

/** By the subgraph that holds it, by type. */
export const grantable: Readonly<Record<string, Readonly<Record<string, Grantable>>>> = {
${owners.join("")}};

/** Fields that only lead to what takes a grant, and the type by whose grant they are opened. */
export const openedBy: Readonly<Record<string, string>> = {
${through.toSorted().join("")}};
`;
}

/** A type's word is the first Chinese of its description: what follows in brackets may be an example. */
const wordOf = (description: string): string | undefined =>
  /[\p{Script=Han}][\p{Script=Han}、]*/u.exec(description)?.[0];

/** The types of a subgraph's contract of which anything takes a grant of its own. */
function grantableOf(sdl: string): string[] {
  return parse(sdl).definitions.flatMap((type) => {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const whole = takesGrant(type.directives);
    const own = (type.fields ?? []).filter(
      ({ directives }) => !has(directives, "external") && !has(directives, "inaccessible"),
    );
    const fields = own.filter(({ directives }) => whole || takesGrant(directives));
    if (fields.length === 0) return [];
    const personal = fields.filter(({ directives }) => isPersonal(directives));
    const list = (of: typeof fields) => JSON.stringify(of.map(({ name }) => name.value));
    return [
      `    ${type.name.value}: { whole: ${whole}, fields: ${list(fields)}, personal: ${list(personal)} },\n`,
    ];
  });
}

/** Fields that only lead to a type that takes a grant, or to a page of it. */
function throughOf(sdl: string): string[] {
  const types = parse(sdl).definitions.filter((each) => each.kind === Kind.OBJECT_TYPE_DEFINITION);
  const granted = new Set(
    types.filter(({ directives }) => takesGrant(directives)).map(({ name }) => name.value),
  );
  return types
    .filter(({ name: { value } }) => !granted.has(value) && !/^Mutation$|(Connection|Edge)$/.test(value))
    .flatMap((type) =>
      (type.fields ?? []).flatMap((field) => {
        const leadsTo = bareName(field.type).replace(/Connection$/, "");
        return granted.has(leadsTo) ? [`  "${type.name.value}.${field.name.value}": "${leadsTo}",\n`] : [];
      }),
    );
}

const bareName = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : bareName(type.type);

const named = (directives: readonly DirectiveNode[] | undefined, name: string): readonly DirectiveNode[] =>
  (directives ?? []).filter((each) => each.name.value === name);

const has = (directives: readonly DirectiveNode[] | undefined, name: string): boolean =>
  named(directives, name).length > 0;

const textOf = (directive: DirectiveNode): string =>
  JSON.stringify(directive.arguments?.map(({ value }) => value) ?? [], (key, value) =>
    key === "loc" ? undefined : value,
  );

/** Its own grant; a fourth part names another type by whose grant it is opened. */
const takesGrant = (directives: readonly DirectiveNode[] | undefined): boolean =>
  named(directives, "policy").some((each) => /"granted:[a-z-]+:[A-Z-]+"/.test(textOf(each)));

const isPersonal = (directives: readonly DirectiveNode[] | undefined): boolean =>
  named(directives, "tag").some((each) => textOf(each).includes('"personal"'));
