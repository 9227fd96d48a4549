import { type DataSource, In, type SelectQueryBuilder } from "typeorm";
import { refuse } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import { districtOf, Post, type Principal } from "../../shared/principal.ts";
import { Ticket } from "./ticket.ts";

/** Every query on tickets, restricted to the rows the principal may see. */
export class TicketStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  byNumbers(numbers: readonly string[]): Promise<Ticket[]> {
    const districtCodes = [...new Set(numbers.map(districtOf))];
    return this.#visible()
      .andWhere({ districtCode: In(districtCodes), number: In([...numbers]) })
      .getMany();
  }

  /** Carries out what the lifecycle decides about one ticket, once per idempotency key. */
  change(
    mutation: string,
    { number, idempotencyKey, ...input }: { number: string; idempotencyKey: string },
    actor: Actor,
    decide: (ticket: Ticket) => Move<Ticket>,
  ): Promise<Ticket> {
    const request = { ...actor, mutation, idempotencyKey, input: { number, ...input }, answer: Ticket };
    return once(this.#database, request, async (transaction) => {
      const ticket = await this.#visible(transaction.createQueryBuilder(Ticket, "ticket"))
        .andWhere({ districtCode: districtOf(number), number })
        .getOne();
      if (!ticket) throw refuse("NOT_FOUND", { kind: "ticket", kindZh: "工单", id: number });
      return apply(transaction, Ticket, ticket, number, decide(ticket), actor);
    });
  }

  #visible(query: SelectQueryBuilder<Ticket> = this.#database.createQueryBuilder(Ticket, "ticket")) {
    const principal = this.#principal;
    if (!principal) return query.where("false");
    switch (principal.post) {
      case Post.SERVICE:
        return query.where("true");
      case Post.RESPONDER:
      case Post.CHIEF_RESPONDER:
        return query.where("ticket.handlingUnitCode = :unit", { unit: principal.unit });
      default:
        return query.where("ticket.divisionCode LIKE :within", { within: `${principal.division}%` });
    }
  }
}
