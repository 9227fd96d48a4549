import { type EntityManager, In, IsNull, LessThanOrEqual, MoreThan } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { Liaison } from "./liaison.ts";

/** Every query on liaisons. They are public: no principal restricts them. */
export class LiaisonStore {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  /** Those linked to exactly these divisions on a day. */
  ofDivisions(divisions: readonly string[], on: Day): Promise<Liaison[]> {
    const begun = { divisionCode: In([...divisions]), validFrom: LessThanOrEqual(on) };
    return this.#manager.find(Liaison, {
      where: [
        { ...begun, validUntil: IsNull() },
        { ...begun, validUntil: MoreThan(on) },
      ],
      order: { unitCode: "ASC", personId: "ASC" },
    });
  }
}
