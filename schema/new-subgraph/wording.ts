import { capitalised, plural, type Wish } from "./wish.ts";

/** The migration's number in the template, and the subgraph's own in its place. */
const templateStamp = "1700000000000";

/** A name of several words in every manner in which code writes one. */
function manners(words: readonly string[]) {
  const pascal = words.map(capitalised).join("");
  return {
    kebab: words.join("-"),
    snake: words.join("_"),
    pascal,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
  };
}

const wordsOf = (pascal: string): string[] => pascal.split(/(?=[A-Z])/).map((word) => word.toLowerCase());

const inPlural = (words: readonly string[]): string[] => [...words.slice(0, -1), plural(words.at(-1) ?? "")];

/** Says in the words of a wish what the template says in its own: of paths and of what stands in the files. */
export class Wording {
  readonly #wish: Wish;
  readonly #stamp: string;
  readonly #subgraph: ReturnType<typeof manners>;
  readonly #one: ReturnType<typeof manners>;
  readonly #many: ReturnType<typeof manners>;

  constructor(wish: Wish, stamp: string) {
    this.#wish = wish;
    this.#stamp = stamp;
    this.#subgraph = manners(wish.name.split("-"));
    this.#one = manners(wordsOf(wish.entity));
    this.#many = manners(inPlural(wordsOf(wish.entity)));
  }

  /** Of a file, from the template's folder on. */
  path(path: string): string {
    return path
      .replaceAll("template", this.#subgraph.kebab)
      .replaceAll("facilities", this.#many.kebab)
      .replaceAll("facility", this.#one.kebab)
      .replace(templateStamp, this.#stamp);
  }

  text(text: string, path: string): string {
    const lower = path.includes("migrations/") ? "snake" : "camel";
    return (
      text
        .replaceAll("template office", this.#wish.title)
        .replaceAll("示例单位", this.#wish.titleZh)
        .replaceAll("示例设施", this.#wish.entityZh)
        .replaceAll(templateStamp, this.#stamp)
        .replaceAll("TEMPLATE", this.#wish.owner)
        .replaceAll("Template", this.#subgraph.pascal)
        // In a path, and where it is the subgraph's name.
        .replace(/(?<=\/)template|(?<=")template(?=")/g, this.#subgraph.kebab)
        .replaceAll("template", this.#subgraph.camel)
        .replaceAll("FACILITY_", `${this.#one.snake.toUpperCase()}_`)
        .replaceAll("FACILITY", this.#one.kebab.toUpperCase())
        .replaceAll("Facilities", this.#many.pascal)
        .replaceAll("Facility", this.#one.pascal)
        .replace(/(?<=[/-])facilities/g, this.#many.kebab)
        .replace(/(?<=[/-])facility/g, this.#one.kebab)
        .replaceAll("facilities", this.#many[lower])
        .replaceAll("facility", this.#one[lower])
    );
  }

  /** What the subgraph is called in code: the name its definition is exported by. */
  get definition(): string {
    return this.#subgraph.camel;
  }

  /** Every name of the contract and every error code that it brings: none may be taken. */
  get contract() {
    const { pascal, camel, snake } = this.#one;
    return {
      types: [pascal, `${pascal}Connection`, `${pascal}Edge`, `Register${pascal}Input`],
      fields: [
        ["Query", camel],
        ["Query", this.#many.camel],
        ["Query", `${this.#subgraph.camel}Feed`],
        ["Grid", this.#many.camel],
        ["Mutation", `register${pascal}`],
      ] as const,
      codes: ["EXISTS", "NUMBER"].map((suffix) => `${snake.toUpperCase()}_${suffix}`),
    };
  }
}
