import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Script } from "node:vm";
import { buildSchema, type GraphQLSchema, isInterfaceType, isObjectType } from "graphql";
import { servicesIn } from "./registrations.ts";
import type { Wish } from "./wish.ts";
import type { Wording } from "./wording.ts";

/** Why there can be no such subgraph, and what to do about it. */
export interface WishFinding {
  readonly code: string;
  readonly en: string;
  readonly zh: string;
}

/** What a wish is judged by. */
export interface Taken {
  /** Names of folders, services and schema files. */
  readonly names: ReadonlySet<string>;
  readonly contract: GraphQLSchema;
  readonly codes: ReadonlySet<string>;
}

/** What the repository has by now. */
export async function takenIn(root: string): Promise<Taken> {
  const read = (file: string): Promise<string> => readFile(join(root, file), "utf8");
  const folders = await readdir(join(root, "subgraphs"));
  const schemas = (await readdir(join(root, "schema"))).map((file) => file.replace(/\.graphql$/, ""));
  return {
    names: new Set([...folders, ...schemas, ...servicesIn(await read("docker-compose.yml"))]),
    contract: buildSchema(await read("schema/api.graphql")),
    codes: new Set(
      [...(await read("docs/errors.md")).matchAll(/^\| `(\w+)`/gm)].map(([, code = ""]) => code),
    ),
  };
}

/** PostgreSQL cuts names at 63 letters, `whistlegraph_` among them. */
const longestName = 40;

export function judgeWish(
  wish: Wish,
  { contract: brought, definition }: Wording,
  taken: Taken,
): WishFinding[] {
  const { name, owner, entity } = wish;
  const findings: WishFinding[] = [];
  if (!/^[a-z]+(-[a-z]+)*$/.test(name) || name.length > longestName || !isIdentifier(definition)) {
    findings.push({
      code: "SUBGRAPH_NAME",
      en: `--name ${shown(name)} is no name for a subgraph: write small letters and hyphens, at most ${longestName}, e.g. parks or water-supply.`,
      zh: `--name ${shown(name)} 不能用作子图名称：请用小写字母和连字符，不超过 ${longestName} 个字符，如 parks、water-supply。`,
    });
  } else if (taken.names.has(name)) {
    findings.push({
      code: "SUBGRAPH_NAME_TAKEN",
      en: `There is something called ${name} already: choose another --name.`,
      zh: `名称 ${name} 已被使用，请另选 --name。`,
    });
  }
  if (!/^[A-Z]+(-[A-Z]+)*$/.test(owner)) {
    findings.push({
      code: "OWNER_FORM",
      en: `--owner ${shown(owner)} is not what a unit's code ends in: write capitals and hyphens, e.g. PARKS for the unit 430105-PARKS.`,
      zh: `--owner ${shown(owner)} 不是单位代码的简称部分：请用大写字母和连字符，如单位 430105-PARKS 写作 PARKS。`,
    });
  }
  if (!/^([A-Z][a-z]+)+$/.test(entity) || entity in globalThis) {
    findings.push({
      code: "ENTITY_NAME",
      en: `--entity ${shown(entity)} is no name for a type: write words in capitals one after the other, e.g. Park or RentedHouse.`,
      zh: `--entity ${shown(entity)} 不能用作类型名称：请将各单词首字母大写连写，如 Park、RentedHouse。`,
    });
  } else {
    const names = takenOf(brought, taken);
    if (names.length > 0) {
      findings.push({
        code: "ENTITY_NAME_TAKEN",
        en: `The graph has ${names.join(", ")} already: choose another --entity.`,
        zh: `图中已有 ${names.join("、")}，请另选 --entity。`,
      });
    }
  }
  for (const [option, text] of [
    ["--title-zh", wish.titleZh],
    ["--entity-zh", wish.entityZh],
  ] as const) {
    if (/^[^"'`\\$*/\n]+$/.test(text) && /\p{Script=Han}/u.test(text)) continue;
    findings.push({
      code: "CHINESE_TITLE",
      en: `${option} ${shown(text)} is no Chinese term: write it in Chinese, without quotes, e.g. 园林局.`,
      zh: `${option} ${shown(text)} 不是中文名称：请填写中文，不含引号等符号，如 园林局。`,
    });
  }
  if (!/^[^"'`\\$*/\n]+$/.test(wish.title)) {
    findings.push({
      code: "ENGLISH_TITLE",
      en: `--title ${shown(wish.title)} cannot stand in a comment: write what the owner is called, e.g. the parks bureau.`,
      zh: `--title ${shown(wish.title)} 含有不能使用的符号：请填写单位英文名称，如 the parks bureau。`,
    });
  }
  return findings;
}

const shown = (given: string): string =>
  given === "" ? "(nothing, 未填)" : JSON.stringify(given.slice(0, 80));

/** Whether JavaScript takes the word for a name, which it does not of `class` or `package`. */
function isIdentifier(word: string): boolean {
  try {
    return Boolean(new Script(`"use strict"; const ${word} = 0;`));
  } catch {
    return false;
  }
}

function takenOf({ types, fields, codes }: Wording["contract"], taken: Taken): string[] {
  return [
    ...types.filter((type) => taken.contract.getType(type)),
    ...fields.flatMap(([type, field]) => {
      const known = taken.contract.getType(type);
      const hasFields = isObjectType(known) || isInterfaceType(known);
      return hasFields && known.getFields()[field] ? [`${type}.${field}`] : [];
    }),
    ...codes.filter((code) => taken.codes.has(code)),
  ];
}
