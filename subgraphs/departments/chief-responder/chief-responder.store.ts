import { randomUUID } from "node:crypto";
import { type DataSource, IsNull, LessThan } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import type { Actor } from "../../shared/move.ts";
import { refuse } from "../departments.errors.ts";
import { refuseSecond } from "../refuse-second.ts";
import { Unit } from "../unit/unit.ts";
import { ChiefResponder } from "./chief-responder.ts";

const ofUnits = lookUp(ChiefResponder, "chief", (query) =>
  query.where(
    "chief.unitCode = ANY(:units) AND chief.validFrom <= :on AND (chief.validUntil IS NULL OR chief.validUntil > :on)",
  ),
);

/** Every query on chief responders. They are public: no principal restricts them. */
export class ChiefResponderStore {
  readonly #database: DataSource;
  readonly #from: LookedUpIn;

  constructor(database: DataSource, columns?: ColumnsRead) {
    this.#database = database;
    this.#from = { manager: database.manager, columns };
  }

  ofUnits(units: readonly string[], on: Day): Promise<ChiefResponder[]> {
    return ofUnits(this.#from, { units, on });
  }

  /** Installs a new chief responder: the present one, if any, answers until the new one's first day. */
  appoint(
    { unit, idempotencyKey, ...appointee }: { unit: string; idempotencyKey: string },
    actor: Actor,
    decide: (unit: Unit) => Omit<ChiefResponder, "id">,
  ): Promise<ChiefResponder> {
    const request = {
      ...actor,
      mutation: "appointChiefResponder",
      idempotencyKey,
      input: { unit, ...appointee },
      answer: ChiefResponder,
    };
    return once(this.#database, request, async (transaction) => {
      const department = await transaction.findOneBy(Unit, { code: unit });
      if (!department) throw refuseShared("NOT_FOUND", { kind: "unit", kindZh: "单位", id: unit });
      const chief = Object.assign(new ChiefResponder(), decide(department), { id: randomUUID() });
      const { validFrom: from } = chief;
      await transaction.update(
        ChiefResponder,
        { unitCode: unit, validFrom: LessThan(from), validUntil: IsNull() },
        { validUntil: from, version: () => "version + 1" },
      );
      await refuseSecond(
        "exclusion",
        () => transaction.insert(ChiefResponder, chief),
        () => refuse("ALREADY_APPOINTED", { unit, role: "chief responder", roleZh: "总应哨人", place: unit }),
      );
      await record(transaction, actor, {
        subject: unit,
        kind: "CHIEF_RESPONDER_APPOINTED",
        payload: { unit, from },
      });
      return chief;
    });
  }
}
