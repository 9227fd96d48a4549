import { randomUUID } from "node:crypto";
import type { DataSource, EntityManager, SelectQueryBuilder } from "typeorm";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import { districtOf, holdsPost, type Principal } from "../../shared/principal.ts";
import { refuse } from "../departments.errors.ts";
import { refuseSecond } from "../refuse-second.ts";
import { Unit } from "../unit/unit.ts";
import type { Relief } from "./duty-shift.lifecycle.ts";
import { DutyShift, ShiftGap } from "./duty-shift.ts";

const onDuty = "shift.withdrawnAt IS NULL AND tstzrange(shift.beginsAt, shift.endsAt)";

/** How many gaps one answer tells of: whoever clears them asks again. */
const mostGaps = 200;

/** Every query on the roster: for those in office in its district, and nobody else. */
export class DutyShiftStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  /** Who is on duty at each of these units at an instant. */
  at(units: readonly string[], at: Date): Promise<DutyShift[]> {
    return this.#visible()
      .andWhere(`shift.unitCode = ANY(:units) AND ${onDuty} @> cast(:at AS timestamptz)`, { units, at })
      .orderBy("shift.job")
      .addOrderBy("shift.personId")
      .getMany();
  }

  /** A unit's roster in a period, in order. */
  between(unit: string, from: Date, until: Date): Promise<DutyShift[]> {
    return this.#visible()
      .andWhere(`shift.unitCode = :unit AND ${onDuty} && tstzrange(:from, :until)`, { unit, from, until })
      .orderBy("shift.beginsAt")
      .addOrderBy("shift.job")
      .addOrderBy("shift.personId")
      .getMany();
  }

  /** When units of a district that must be covered day and night have nobody on duty (GZ-16). */
  async gaps(district: string, from: Date, until: Date): Promise<ShiftGap[]> {
    const principal = this.#principal;
    if (!principal || !holdsPost(principal) || districtOf(principal.division) !== district) return [];
    const rows: ShiftGap[] = await this.#database.query(
      `SELECT unit.code AS "unitCode", lower(gap) AS "from", upper(gap) AS "until"
       FROM unit
       CROSS JOIN LATERAL (
         SELECT tstzrange($2, $3) * tstzrange(
                  unit.valid_from::timestamp AT TIME ZONE 'Asia/Shanghai',
                  unit.valid_until::timestamp AT TIME ZONE 'Asia/Shanghai') AS period
       ) AS asked
       CROSS JOIN LATERAL (
         SELECT unnest(tstzmultirange(asked.period) - coalesce(range_agg(tstzrange(begins_at, ends_at)), '{}')) AS gap
         FROM duty_shift
         WHERE unit_code = unit.code AND withdrawn_at IS NULL AND tstzrange(begins_at, ends_at) && asked.period
       ) AS uncovered
       WHERE unit.district_code = $1 AND unit.round_the_clock
       ORDER BY lower(gap), unit.code LIMIT ${mostGaps}`,
      [district, from, until],
    );
    return rows.map((row) => Object.assign(new ShiftGap(), row));
  }

  plan(
    { unit, idempotencyKey, ...input }: { unit: string; idempotencyKey: string; [argument: string]: unknown },
    actor: Actor,
    decide: (unit: Unit) => Omit<DutyShift, "id">,
  ): Promise<DutyShift> {
    const request = {
      ...actor,
      mutation: "planShift",
      idempotencyKey,
      input: { unit, ...input },
      answer: DutyShift,
    };
    return once(this.#database, request, async (transaction) => {
      const found = await transaction.findOneBy(Unit, { code: unit });
      if (!found) throw refuseShared("NOT_FOUND", { kind: "unit", kindZh: "单位", id: unit });
      return insert(transaction, decide(found), actor);
    });
  }

  end(
    { id, ...input }: { id: string; idempotencyKey: string; until: Date },
    actor: Actor,
    decide: (shift: DutyShift, unit: Unit) => Move<DutyShift>,
  ): Promise<DutyShift> {
    return this.#change("endShift", { id, ...input }, actor, (transaction, shift, unit) =>
      apply(transaction, DutyShift, shift, unit.code, decide(shift, unit), actor),
    );
  }

  relieve(
    { id, ...input }: { id: string; idempotencyKey: string; [argument: string]: unknown },
    actor: Actor,
    decide: (shift: DutyShift, unit: Unit) => Relief,
  ): Promise<DutyShift> {
    return this.#change("relieveShift", { id, ...input }, actor, async (transaction, shift, unit) => {
      const { ended, shift: relief } = decide(shift, unit);
      await apply(transaction, DutyShift, shift, unit.code, ended, actor);
      return insert(transaction, relief, actor);
    });
  }

  #change(
    mutation: string,
    { id, idempotencyKey, ...input }: { id: string; idempotencyKey: string },
    actor: Actor,
    carryOut: (transaction: EntityManager, shift: DutyShift, unit: Unit) => Promise<DutyShift>,
  ): Promise<DutyShift> {
    const request = { ...actor, mutation, idempotencyKey, input: { id, ...input }, answer: DutyShift };
    return once(this.#database, request, async (transaction) => {
      const shift = await this.#visible(transaction).andWhere({ id }).getOne();
      if (!shift) throw refuseShared("NOT_FOUND", { kind: "shift", kindZh: "班次", id });
      const unit = await transaction.findOneByOrFail(Unit, { code: shift.unitCode });
      return carryOut(transaction, shift, unit);
    });
  }

  #visible(manager: EntityManager = this.#database.manager): SelectQueryBuilder<DutyShift> {
    const query = manager.createQueryBuilder(DutyShift, "shift");
    const principal = this.#principal;
    if (!principal || !holdsPost(principal)) return query.where("false");
    return query.where("shift.districtCode = :district", { district: districtOf(principal.division) });
  }
}

async function insert(
  transaction: EntityManager,
  decided: Omit<DutyShift, "id">,
  actor: Actor,
): Promise<DutyShift> {
  const shift = Object.assign(new DutyShift(), decided, { id: randomUUID() });
  const { unitCode: unit, job, beginsAt, endsAt } = shift;
  await refuseSecond(
    "exclusion",
    () => transaction.insert(DutyShift, shift),
    () => refuse("SHIFT_OVERLAPS", { from: beginsAt.toISOString(), until: endsAt.toISOString() }),
  );
  await record(transaction, actor, {
    subject: unit,
    kind: "DUTY_SHIFT_PLANNED",
    payload: { unit, job, beginsAt, endsAt },
  });
  return shift;
}
