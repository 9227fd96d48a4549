import { Brackets, type DataSource, type SelectQueryBuilder } from "typeorm";
import { type Day, endOfDay, startOfDay } from "../../../shared/calendar.ts";
import { type Order, type Page, page } from "../../../shared/connection.ts";
import { districtOf, Post, type Principal } from "../../../shared/principal.ts";
import { RefusedDispatch } from "./refused-dispatch.ts";
import type { RefusedDispatchListArgs } from "./refused-dispatch-filter.ts";

const latest: Order<RefusedDispatch> = {
  name: "refused-dispatch:latest",
  direction: "DESC",
  columns: ["at", "id"],
};

/** Answerable for the lists, or for the whole district: they see whatever was refused in it. */
const wholeDistrict: readonly Post[] = [
  Post.LIST_KEEPER,
  Post.CENTRE_DISPATCHER,
  Post.PERFORMANCE_OFFICE,
  Post.DISTRICT_LEADER,
];

/** A unit sees what was to be put on it, what stayed with it, and what it tried itself. */
const unitsOwn: readonly Post[] = [
  Post.RESPONDER,
  Post.CHIEF_RESPONDER,
  Post.SUBDISTRICT_LEADER,
  Post.COMMUNITY_SECRETARY,
  Post.COMMUNITY_STAFF,
];

/** Every query on refused dispatches, restricted to the rows the principal may see. */
export class RefusedDispatchStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  list({ filter = {}, ...args }: RefusedDispatchListArgs): Promise<Page<RefusedDispatch>> {
    const { responsible, unit, rule, from, until } = filter;
    const query = this.#visible().andWhere({
      ...(responsible && { responsibleUnitCode: responsible }),
      ...(unit && { unitCode: unit }),
      ...(rule && { rule }),
    });
    if (from) query.andWhere("refused.at >= :from", { from: startOfDay(from as Day) });
    if (until) query.andWhere("refused.at < :until", { until: endOfDay(until as Day) });
    return page(query, latest, args);
  }

  /** In a transaction of its own: the one it was refused in leaves nothing. */
  async keep(refused: Omit<RefusedDispatch, "id">): Promise<void> {
    await this.#database.manager
      .createQueryBuilder()
      .insert()
      .into(RefusedDispatch)
      .values(refused)
      .orIgnore()
      .execute();
  }

  #visible(): SelectQueryBuilder<RefusedDispatch> {
    const query = this.#database.manager.createQueryBuilder(RefusedDispatch, "refused");
    const principal = this.#principal;
    if (!principal) return query.where("false");
    const { post, unit, division } = principal;
    if (wholeDistrict.includes(post)) {
      return query.where("refused.districtCode = :district", { district: districtOf(division) });
    }
    if (!unitsOwn.includes(post)) return query.where("false");
    return query.where("refused.districtCode = :district", { district: districtOf(unit) }).andWhere(
      new Brackets((either) => {
        for (const whose of ["unitCode", "responsibleUnitCode", "actorUnitCode"]) {
          either.orWhere(`refused.${whose} = :own`, { own: unit });
        }
      }),
    );
  }
}
