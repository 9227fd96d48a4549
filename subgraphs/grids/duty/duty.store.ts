import { type EntityManager, In } from "typeorm";
import { Duty } from "./duty.ts";
import { DutyClass } from "./duty-class.ts";

/** Every query on the duty catalogue, which is public. */
export class DutyStore {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  classes(): Promise<DutyClass[]> {
    return this.#manager.find(DutyClass, { order: { code: "ASC" } });
  }

  classesByCodes(codes: readonly string[]): Promise<DutyClass[]> {
    return this.#manager.findBy(DutyClass, { code: In([...codes]) });
  }

  byCodes(codes: readonly string[]): Promise<Duty[]> {
    return this.#manager.findBy(Duty, { code: In([...codes]) });
  }

  ofClasses(classes: readonly string[]): Promise<Duty[]> {
    return this.#manager.find(Duty, { where: { classCode: In([...classes]) }, order: { code: "ASC" } });
  }
}
