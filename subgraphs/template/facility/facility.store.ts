import { type DataSource, QueryFailedError, type SelectQueryBuilder } from "typeorm";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { lookUpPageEach, type Order, type Page, type PageArgs, page } from "../../shared/connection.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import type { Actor } from "../../shared/move.ts";
import { districtOf } from "../../shared/principal.ts";
import type { Reach } from "../../shared/reach.ts";
import { refuse } from "../template.errors.ts";
import { onlyReached } from "../visibility.ts";
import { Facility } from "./facility.ts";
import type { RegisterFacilityInput } from "./facility-input.ts";

const byNumber: Order<Facility> = {
  name: "facility:number",
  direction: "ASC",
  columns: ["districtCode", "number"],
};

const byNumbers = lookUp(Facility, "facility", (query, reach: Reach) =>
  onlyReached(query, reach).andWhere(
    "facility.districtCode = ANY(:districts) AND facility.number = ANY(:numbers)",
  ),
);

const ofGrids = lookUpPageEach(Facility, "facility", byNumber, (query, reach: Reach) =>
  onlyReached(query, reach).andWhere("facility.gridCode = parent.key"),
);

const uniqueViolation = "23505";

/** Every query on them, restricted to what the principal reaches. */
export class FacilityStore {
  readonly #database: DataSource;
  readonly #reach: Reach;
  readonly #from: LookedUpIn;

  constructor(database: DataSource, reach: Reach, columns?: ColumnsRead) {
    this.#database = database;
    this.#reach = reach;
    this.#from = { manager: database.manager, columns };
  }

  byNumbers(numbers: readonly string[]): Promise<Facility[]> {
    return byNumbers(this.#from, { districts: [...new Set(numbers.map(districtOf))], numbers }, this.#reach);
  }

  list(args: PageArgs): Promise<Page<Facility>> {
    return page(this.#reached(), byNumber, args, this.#from.columns);
  }

  ofGrids(grids: readonly string[], args: PageArgs): Promise<Map<string, Page<Facility>>> {
    return ofGrids(this.#from, grids, args, {}, this.#reach);
  }

  register(
    { idempotencyKey, ...input }: RegisterFacilityInput & { idempotencyKey: string },
    actor: Actor,
    decided: Facility,
  ): Promise<Facility> {
    const request = { ...actor, mutation: "registerFacility", idempotencyKey, input, answer: Facility };
    return once(this.#database, request, async (transaction) => {
      const { number, gridCode } = decided;
      await transaction.insert(Facility, decided).catch((error) => {
        const isSecond = error instanceof QueryFailedError && error.driverError.code === uniqueViolation;
        throw isSecond ? refuse("FACILITY_EXISTS", { number }) : error;
      });
      await record(transaction, actor, {
        subject: number,
        kind: "FACILITY_REGISTERED",
        payload: { number, grid: gridCode },
      });
      return Object.assign(new Facility(), decided);
    });
  }

  #reached(): SelectQueryBuilder<Facility> {
    return onlyReached(this.#database.createQueryBuilder(Facility, "facility"), this.#reach);
  }
}
