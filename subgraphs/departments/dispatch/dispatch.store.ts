import type { EntityManager } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { type Order, type Page, type PageArgs, page } from "../../shared/connection.ts";
import { Matter } from "../matter/matter.ts";
import { PowerItem } from "../power-item/power-item.ts";
import type { UnitStore } from "../unit/unit.store.ts";
import { DispatchCatalogue } from "./dispatch-catalogue.ts";
import type { DispatchCase, HandDownFacts, Listing } from "./dispatch-guard.ts";
import { DispatchRule } from "./dispatch-rule.ts";
import type { DispatchClaim, MatchGround, OverlapSettlement } from "./matching.ts";

const byMatter: Order<DispatchRule> = {
  name: "dispatch-rule:matter",
  direction: "ASC",
  columns: ["matterCode", "unitCode", "divisionCode"],
};

/** Lays the facts before the two pure judges, `matchMatter` and `judgeDispatch`. Catalogue and lists are public. */
export class DispatchStore {
  readonly #manager: EntityManager;
  readonly #units: UnitStore;

  constructor(manager: EntityManager, units: UnitStore) {
    this.#manager = manager;
    this.#units = units;
  }

  /** The catalogue in force on a day; null before the first. */
  catalogueOn(district: string, on: Day): Promise<DispatchCatalogue | null> {
    return this.#manager
      .createQueryBuilder(DispatchCatalogue, "catalogue")
      .where("catalogue.districtCode = :district AND catalogue.effectiveFrom <= :on", { district, on })
      .orderBy("catalogue.effectiveFrom", "DESC")
      .limit(1)
      .getOne();
  }

  rulesOf({ districtCode, version }: DispatchCatalogue, args: PageArgs): Promise<Page<DispatchRule>> {
    const query = this.#manager
      .createQueryBuilder(DispatchRule, "rule")
      .where({ districtCode, catalogueVersion: version });
    return page(query, byMatter, args);
  }

  /** Everything on one matter in the catalogue in force; null for an unknown matter or without a catalogue. */
  async groundOf(matterCode: string, on: Day): Promise<MatchGround | null> {
    const matter = await this.#manager.findOneBy(Matter, { code: matterCode });
    const catalogue = matter && (await this.catalogueOn(matter.districtCode, on));
    if (!catalogue) return null;
    const ruledBy = await this.#ruledBy(matter, catalogue);
    const rulesOf = [catalogue.districtCode, catalogue.version, ruledBy];
    const [claims, settlements]: [DispatchClaim[], OverlapSettlement[]] = await Promise.all([
      this.#manager.query(
        `SELECT rule.unit_code AS "unitCode", rule.division_code AS "divisionCode", rule.item_code AS "itemCode",
                listed.listing
         FROM dispatch_rule AS rule
         LEFT JOIN LATERAL (
           WITH RECURSIVE path AS (
             SELECT code, parent_code, 0 AS height FROM unit WHERE code = rule.unit_code
             UNION ALL
             SELECT unit.code, unit.parent_code, height + 1 FROM unit JOIN path ON unit.code = path.parent_code
           )
           SELECT jsonb_build_object('listId', listing.list_id, 'version', (
                    SELECT max(number) FROM list_batch
                    WHERE list_id = listing.list_id AND state = 'PUBLISHED' AND effective_from <= $4)) AS listing
           FROM path JOIN listing ON listing.holder_code = path.code
           WHERE listing.item_code = rule.item_code AND listing.kind IN ('POWER', 'DUTY', 'SERVICE')
             AND daterange(listing.listed_from, listing.listed_until) @> $4::date
           ORDER BY height, listing.list_id LIMIT 1
         ) AS listed ON true
         WHERE rule.district_code = $1 AND rule.catalogue_version = $2 AND rule.matter_code = $3`,
        [...rulesOf, on],
      ),
      this.#manager.query(
        `SELECT division_code AS "divisionCode", unit_code AS "unitCode", document FROM overlap_rule
         WHERE district_code = $1 AND catalogue_version = $2 AND matter_code = $3`,
        rulesOf,
      ),
    ]);
    return {
      matterName: matter.name,
      ruledBy,
      catalogueVersion: catalogue.version,
      arbiterUnitCode: catalogue.arbiterUnitCode,
      claims,
      settlements,
    };
  }

  async caseOf(
    { unit, itemCode, matter }: { unit: string; itemCode: string | null; matter: string },
    on: Day,
  ): Promise<DispatchCase> {
    const path = await this.#units.pathTo(unit);
    const recipient = path.at(-1);
    const codes = path.map(({ code }) => code);
    const [item, listings, handDowns, named] = await Promise.all([
      itemCode ? this.#manager.findOneBy(PowerItem, { code: itemCode }) : null,
      itemCode ? this.#listings(itemCode, codes, on) : [],
      itemCode ? this.#handDowns(itemCode, codes) : [],
      itemCode ? [] : this.groundOf(matter, on).then((ground) => ground?.claims ?? []),
    ]);
    return {
      on,
      matter,
      itemCode,
      item,
      listings,
      recipient: recipient ? { ...recipient, path } : null,
      handDown: handDowns[0] ?? null,
      inCatalogue: named.some((claim) => codes.includes(claim.unitCode)),
    };
  }

  /** A matter without rules of its own goes by those of its class. */
  async #ruledBy(matter: Matter, { districtCode, version }: DispatchCatalogue): Promise<string> {
    const own = await this.#manager.existsBy(DispatchRule, {
      districtCode,
      catalogueVersion: version,
      matterCode: matter.code,
    });
    return own ? matter.code : (matter.parentCode ?? matter.code);
  }

  #listings(itemCode: string, holders: readonly string[], on: Day): Promise<Listing[]> {
    return this.#manager.query(
      `SELECT list_id AS "listId", kind, holder_code AS "holderCode", listed_from::text AS "listedFrom",
              listed_until::text AS "listedUntil",
              (SELECT max(number) FROM list_batch WHERE list_id = listing.list_id
                 AND state = 'PUBLISHED' AND effective_from <= $3) AS version
       FROM listing WHERE item_code = $1 AND holder_code = ANY($2) ORDER BY list_id, added_in`,
      [itemCode, holders, on],
    );
  }

  #handDowns(itemCode: string, receivers: readonly string[]): Promise<HandDownFacts[]> {
    return this.#manager.query(
      `SELECT number, approval IS NOT NULL AS approved, funds IS NOT NULL AS funded, conditions IS NOT NULL AS equipped
       FROM hand_down WHERE item_code = $1 AND receiving_unit_code = ANY($2)`,
      [itemCode, receivers],
    );
  }
}
