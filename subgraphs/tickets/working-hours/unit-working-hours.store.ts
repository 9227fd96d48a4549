import { type DataSource, type EntityManager, In } from "typeorm";
import type { Day, WorkingHours } from "../../shared/calendar.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import type { Actor } from "../../shared/move.ts";
import { districtOf } from "../../shared/principal.ts";
import { UnitWorkingHours, type WorkingSpan } from "./unit-working-hours.ts";

/** The hours in force on a day of those units of a district that have their own. */
export async function unitHoursInForce(
  manager: EntityManager,
  districtCode: string,
  on: Day,
): Promise<ReadonlyMap<string, WorkingHours>> {
  const rows = await manager
    .createQueryBuilder(UnitWorkingHours, "hours")
    .where("hours.districtCode = :districtCode AND hours.validFrom <= :on", { districtCode, on })
    .orderBy("hours.validFrom")
    .getMany();
  return new Map(rows.map(({ unitCode, spans }) => [unitCode, spans]));
}

/** Every query on units' office hours. They are no secret among officials: no principal restricts them. */
export class UnitWorkingHoursStore {
  readonly #database: DataSource;

  constructor(database: DataSource) {
    this.#database = database;
  }

  ofUnits(units: readonly string[]): Promise<UnitWorkingHours[]> {
    return this.#database.manager.find(UnitWorkingHours, {
      where: { districtCode: In([...new Set(units.map(districtOf))]), unitCode: In([...units]) },
      order: { validFrom: "ASC" },
    });
  }

  set(
    unit: string,
    { spans, validFrom, idempotencyKey }: { spans: WorkingSpan[]; validFrom: Day; idempotencyKey: string },
    actor: Actor,
  ): Promise<UnitWorkingHours> {
    const input = { unit, spans, validFrom };
    const request = {
      ...actor,
      mutation: "setWorkingHours",
      idempotencyKey,
      input,
      answer: UnitWorkingHours,
    };
    return once(this.#database, request, async (transaction) => {
      const key = { districtCode: districtOf(unit), unitCode: unit, validFrom };
      const row = Object.assign(new UnitWorkingHours(), key, { spans, setAt: actor.at });
      await transaction.upsert(UnitWorkingHours, row, Object.keys(key));
      await record(transaction, actor, {
        subject: unit,
        kind: "WORKING_HOURS_SET",
        payload: { validFrom, spans },
      });
      return row;
    });
  }
}
