import { randomUUID } from "node:crypto";
import type { DataSource, SelectQueryBuilder } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { type Order, type Page, type PageArgs, page } from "../../shared/connection.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import { refuse } from "../departments.errors.ts";
import { refuseSecond } from "../refuse-second.ts";
import { Unit } from "../unit/unit.ts";
import { Responder } from "./responder.ts";
import { ResponderGap } from "./responder-gap.ts";

const byPlace: Order<ResponderGap> = {
  name: "responder-gap:place",
  direction: "ASC",
  columns: ["communityCode", "unitCode"],
};

const answers = "responder.validFrom <= :on AND (responder.validUntil IS NULL OR responder.validUntil > :on)";

const ofCommunities = lookUp(Responder, "responder", (query) =>
  query.where(`${answers} AND responder.communityCode = ANY(:communities)`).orderBy("responder.unitCode"),
);

/** Every query on responders. They are public: no principal restricts them. */
export class ResponderStore {
  readonly #database: DataSource;
  readonly #from: LookedUpIn;

  constructor(database: DataSource, columns?: ColumnsRead) {
    this.#database = database;
    this.#from = { manager: database.manager, columns };
  }

  /** All departments' responders for each of these communities on a day. */
  ofCommunities(communities: readonly string[], on: Day): Promise<Responder[]> {
    return ofCommunities(this.#from, { communities, on });
  }

  /** One department's responders for the communities inside a division on a day. */
  ofUnit(unit: string, division: string, on: Day): Promise<Responder[]> {
    return this.#on(on)
      .andWhere({ unitCode: unit })
      .andWhere("responder.communityCode LIKE :within", { within: `${division}%` })
      .orderBy("responder.communityCode")
      .getMany();
  }

  /** Departments that must have a responder for a community on a day and have none (KF-11). */
  gaps(district: string, on: Day, args: PageArgs): Promise<Page<ResponderGap>> {
    const query = this.#database
      .createQueryBuilder(ResponderGap, "duty")
      .where("duty.districtCode = :district AND duty.validDuring @> cast(:on AS date)", { district, on })
      .andWhere(
        `NOT EXISTS (SELECT FROM responder WHERE responder.unit_code = duty.unit_code
           AND responder.community_code = duty.community_code
           AND daterange(responder.valid_from, responder.valid_until) @> cast(:on AS date))`,
      );
    return page(query, byPlace, args, this.#from.columns);
  }

  appoint(
    { unit, community, ...input }: { unit: string; community: string; idempotencyKey: string },
    actor: Actor,
    decide: (unit: Unit, community: Unit | null) => Omit<Responder, "id">,
  ): Promise<Responder> {
    const { idempotencyKey, ...appointee } = input;
    const request = {
      ...actor,
      mutation: "appointResponder",
      idempotencyKey,
      input: { unit, community, ...appointee },
      answer: Responder,
    };
    return once(this.#database, request, async (transaction) => {
      const department = await transaction.findOneBy(Unit, { code: unit });
      if (!department) throw refuseShared("NOT_FOUND", { kind: "unit", kindZh: "单位", id: unit });
      const decided = decide(department, await transaction.findOneBy(Unit, { code: community }));
      const responder = Object.assign(new Responder(), decided, { id: randomUUID() });
      await refuseSecond(
        "exclusion",
        () => transaction.insert(Responder, responder),
        () => refuse("ALREADY_APPOINTED", { unit, role: "responder", roleZh: "应哨人", place: community }),
      );
      await record(transaction, actor, {
        subject: unit,
        kind: "RESPONDER_APPOINTED",
        payload: { unit, community, from: responder.validFrom },
      });
      return responder;
    });
  }

  end(
    { id, idempotencyKey, ...input }: { id: string; until: Day; idempotencyKey: string },
    actor: Actor,
    decide: (responder: Responder, unit: Unit) => Move<Responder>,
  ): Promise<Responder> {
    const request = {
      ...actor,
      mutation: "endResponder",
      idempotencyKey,
      input: { id, ...input },
      answer: Responder,
    };
    return once(this.#database, request, async (transaction) => {
      const responder = await transaction.findOneBy(Responder, { id });
      if (!responder) throw refuseShared("NOT_FOUND", { kind: "appointment", kindZh: "任命", id });
      const unit = await transaction.findOneByOrFail(Unit, { code: responder.unitCode });
      return apply(transaction, Responder, responder, unit.code, decide(responder, unit), actor);
    });
  }

  #on(on: Day): SelectQueryBuilder<Responder> {
    return this.#database.createQueryBuilder(Responder, "responder").where(answers, { on });
  }
}
