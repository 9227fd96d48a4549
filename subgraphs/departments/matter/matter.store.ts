import { type EntityManager, In } from "typeorm";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { type Order, type Page, type PageArgs, page } from "../../shared/connection.ts";
import { hydrate } from "../../shared/database.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import { Matter } from "./matter.ts";

const byCode: Order<Matter> = { name: "matter:code", direction: "ASC", columns: ["code"] };

const searchable = "searchable(matter.name, matter.keywords)";

/** A matter a text seems to speak of, with the share of the matter's own words found in it. */
export interface RankedMatter {
  readonly matter: Matter;
  readonly score: number;
}

const byCodes = lookUp(Matter, "matter", (query) => query.where("matter.code = ANY(:codes)"));

/** Every query on matters. They are public: no principal restricts them. */
export class MatterStore {
  readonly #manager: EntityManager;
  readonly #from: LookedUpIn;

  constructor(manager: EntityManager, columns?: ColumnsRead) {
    this.#manager = manager;
    this.#from = { manager, columns };
  }

  byCodes(codes: readonly string[]): Promise<Matter[]> {
    return byCodes(this.#from, { codes });
  }

  childrenOf(parents: readonly string[]): Promise<Matter[]> {
    return this.#manager.find(Matter, { where: { parentCode: In([...parents]) }, order: { code: "ASC" } });
  }

  /** Matters of a district whose name or keywords contain `search`. */
  search(district: string, search: string | undefined, args: PageArgs): Promise<Page<Matter>> {
    const query = this.#manager.createQueryBuilder(Matter, "matter").where({ districtCode: district });
    if (search) {
      query.andWhere(`bigrams(${searchable}) @> bigrams(:search) AND strpos(${searchable}, :search) > 0`, {
        search,
      });
    }
    return page(query, byCode, args, this.#from.columns);
  }

  /**
   * Matters of the second level a free text speaks of, best first. Each word of the catalogue is scored by the share
   * of its character pairs that occur in the text, and a matter by its best word and, less, by all of them: people
   * rarely use the catalogue's exact words (没地方充电 for 充电设施).
   */
  async speakingOf(district: string, text: string, first: number): Promise<RankedMatter[]> {
    const rows: (Record<string, unknown> & { score: number })[] = await this.#manager.query(
      `SELECT matter.*, ranked.score
       FROM matter, LATERAL (
         SELECT 0.8 * max(heard) + 0.2 * avg(heard) AS score
         FROM unnest(matter.name || matter.keywords) AS word, LATERAL (
           SELECT avg((pair = ANY (bigrams($2)))::integer)::float AS heard FROM unnest(bigrams(word)) AS pair
         ) AS pairs
       ) AS ranked
       WHERE matter.district_code = $1 AND matter.parent_code IS NOT NULL
         AND bigrams(searchable(matter.name, matter.keywords)) && bigrams($2) AND ranked.score >= 0.2
       ORDER BY ranked.score DESC, matter.code LIMIT $3`,
      [district, text, first],
    );
    return hydrate(this.#manager, Matter, rows).map((matter, index) => ({
      matter,
      score: rows[index]?.score ?? 0,
    }));
  }
}
