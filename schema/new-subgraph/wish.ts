/** The subgraph a department wants, as it was asked for. */
export interface Wish {
  /** `parks`: folder, role, database, service. */
  readonly name: string;
  /** `PARKS`: what the codes of the owning units end in. */
  readonly owner: string;
  readonly title: string;
  readonly titleZh: string;
  /** `Park`: its first type. */
  readonly entity: string;
  readonly entityZh: string;
}

export type Asked = Partial<Wish>;

/** What was left out follows from the name and the owner. */
export function wishFrom({ name = "", owner = "", ...asked }: Asked): Wish {
  const words = name.split("-");
  const last = words.pop() ?? "";
  const { titleZh = `${owner} 主管单位` } = asked;
  return {
    name,
    owner,
    title: asked.title ?? `the ${owner.toLowerCase().replaceAll("-", " ")} department`,
    titleZh,
    entity: asked.entity ?? [...words, singular(last)].map(capitalised).join(""),
    entityZh: asked.entityZh ?? `${titleZh}登记对象`,
  };
}

export const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Of an English noun that follows the rule; whoever's does not says `--entity`. */
const singular = (noun: string): string =>
  /ies$/.test(noun) ? noun.replace(/ies$/, "y") : noun.replace(/(?<=(s|x|ch|sh))es$|(?<![su])s$/, "");

export const plural = (noun: string): string =>
  /[^aeiou]y$/.test(noun) ? noun.replace(/y$/, "ies") : noun.replace(/(s|x|ch|sh)$/, "$1e").concat("s");
