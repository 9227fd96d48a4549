import type { DataSource, SelectQueryBuilder } from "typeorm";
import { type Order, type Page, type PageArgs, page, pageEach } from "../../../shared/connection.ts";
import { districtOf, holdsPost, type Principal } from "../../../shared/principal.ts";
import { DutyRuling } from "./duty-ruling.ts";
import type { DutyRulingListArgs } from "./duty-ruling-filter.ts";

const latest: Order<DutyRuling> = {
  name: "duty-ruling:latest",
  direction: "DESC",
  columns: ["decidedAt", "id"],
};

/** Every query on rulings: a precedent is for everybody in office in its district, and for nobody else. */
export class DutyRulingStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  list({ filter = {}, ...args }: DutyRulingListArgs): Promise<Page<DutyRuling>> {
    const { matter, unit, division, decision, decidedFrom, decidedBefore } = filter;
    const query = this.#visible().andWhere({
      ...(matter && { matterCode: matter }),
      ...(decision && { decision }),
    });
    if (unit) query.andWhere(":unit IN (ruling.unitCode, ruling.responsibleUnitCode)", { unit });
    if (division) query.andWhere("starts_with(ruling.divisionCode, :division)", { division });
    if (decidedFrom) query.andWhere("ruling.decidedAt >= :decidedFrom", { decidedFrom });
    if (decidedBefore) query.andWhere("ruling.decidedAt < :decidedBefore", { decidedBefore });
    return page(query, latest, args);
  }

  /** Rulings on the matter of each whistle, in its district, given about others. */
  precedentsOf(whistles: readonly string[], args: PageArgs): Promise<Map<string, Page<DutyRuling>>> {
    const query = this.#visible().andWhere(
      `(ruling.districtCode, ruling.matterCode) = (
         SELECT open.district_code, open.matter_code FROM whistle open
         WHERE open.district_code = left(parent.key, 6) AND open.number = parent.key)
       AND ruling.whistleNumber <> parent.key`,
    );
    return pageEach(whistles, query, latest, args);
  }

  #visible(): SelectQueryBuilder<DutyRuling> {
    const query = this.#database.createQueryBuilder(DutyRuling, "ruling");
    const principal = this.#principal;
    if (!principal || !holdsPost(principal)) return query.where("false");
    return query.where("ruling.districtCode = :district", { district: districtOf(principal.division) });
  }
}
