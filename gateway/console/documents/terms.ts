import { buildSchema, type GraphQLEnumType, isEnumType, isIntrospectionType } from "graphql";

/** Where the terms are written, by path from the root. */
export const termsPath = "gateway/console/language/terms.ts";

const header = `// Written by \`npm run schema\` from the descriptions of schema/api.graphql; never edited by hand.
// The graph's own words for the values of its enums: Chinese as the contract has it, and English. One constant each, so
// that a page carries those it shows.
`;

/** The page's words for values of enums are those of the contract: one word per idea, said once. */
export function termsFile(apiSchema: string): string {
  const schema = buildSchema(apiSchema, { assumeValid: true });
  const enums = Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLEnumType => isEnumType(type) && !isIntrospectionType(type),
  );
  const constants = enums
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map((type) => {
      const rows = type
        .getValues()
        .map(({ name, description }) => `  ${name}: ${rowOf(name, description ?? "")},\n`);
      return `export const ${type.name} = {\n${rows.join("")}} as const;\n`;
    });
  return [header, ...constants].join("\n");
}

const rowOf = (name: string, description: string): string =>
  `{ zh: ${JSON.stringify(chineseOf(description) ?? name)}, en: ${JSON.stringify(englishOf(name))} }`;

/** "Sent to a unit (已派单, PG-2)" → 已派单. Rule ids are for those who read the contract. */
export const chineseOf = (description: string): string | undefined =>
  [...description.matchAll(/[（(]([^()（）]*\p{Script=Han}[^()（）]*)[)）]/gu)]
    .at(-1)?.[1]
    ?.split(/[,，;；]/)
    .find((part) => /\p{Script=Han}/u.test(part))
    ?.trim();

/** STRUCK_OFF → Struck off. */
const englishOf = (name: string): string => {
  const words = name.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};
