import { type DataSource, In } from "typeorm";
import { type Order, type Page, page } from "../../shared/connection.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import type { Actor } from "../../shared/move.ts";
import { refuse } from "./petition-day.errors.ts";
import { isPetitionDayId, PetitionDay } from "./petition-day.ts";
import type { PetitionDayListArgs } from "./petition-day-input.ts";

const soonest: Order<PetitionDay> = {
  name: "petition-day:soonest",
  direction: "ASC",
  columns: ["day", "id"],
};

/** Every query on petition days. They are public. */
export class PetitionDayStore {
  readonly #database: DataSource;

  constructor(database: DataSource) {
    this.#database = database;
  }

  byIds(ids: readonly string[]): Promise<PetitionDay[]> {
    return this.#database.manager.findBy(PetitionDay, { id: In(ids.filter(isPetitionDayId)) });
  }

  list({ division, from, until, ...args }: PetitionDayListArgs): Promise<Page<PetitionDay>> {
    const query = this.#database.manager
      .createQueryBuilder(PetitionDay, "petition")
      .where("petition.divisionCode >= :division AND petition.divisionCode < :divisionEnd", {
        division,
        divisionEnd: `${division}:`,
      })
      .andWhere("petition.day BETWEEN :from AND :until", { from, until });
    return page(query, soonest, args);
  }

  announce(
    request: { idempotencyKey: string; input: object },
    actor: Actor,
    decide: () => Omit<PetitionDay, "id">,
  ): Promise<PetitionDay> {
    const asked = { ...request, ...actor, mutation: "announcePetitionDay", answer: PetitionDay };
    return once(this.#database, asked, async (transaction) => {
      const decided = decide();
      const { day, unitCode: unit, leaderName: leader } = decided;
      const { raw } = await transaction
        .createQueryBuilder()
        .insert()
        .into(PetitionDay)
        .values(decided)
        .orIgnore()
        .returning("id")
        .execute();
      const [announced] = raw as { id: string }[];
      if (!announced) throw refuse("PETITION_DAY_TWICE", { unit, day, leader });
      await record(transaction, actor, {
        subject: unit,
        kind: "PETITION_DAY_ANNOUNCED",
        payload: { day, id: announced.id },
      });
      return Object.assign(new PetitionDay(), decided, announced);
    });
  }
}
