import type { DataSource } from "typeorm";
import { refuse } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import type { Actor } from "../../shared/move.ts";
import { districtOf } from "../../shared/principal.ts";
import { refuseSecond } from "../refuse-second.ts";
import { UnitStore } from "../unit/unit.store.ts";
import { DispatchStore } from "./dispatch.store.ts";
import { DispatchCatalogue } from "./dispatch-catalogue.ts";
import type { MatchGround, OverlapSettlement } from "./matching.ts";
import type { SettleOverlapInput } from "./settle-overlap-input.ts";

/** Changes to the dispatch catalogue: every one is a new version. Reading it is `DispatchStore`'s. */
export class DispatchCatalogueStore {
  readonly #database: DataSource;

  constructor(database: DataSource) {
    this.#database = database;
  }

  /** The latest version again, with one border drawn. */
  settle(
    { idempotencyKey, ...input }: SettleOverlapInput & { idempotencyKey: string },
    actor: Actor,
    decide: (latest: DispatchCatalogue, ground: MatchGround | null) => OverlapSettlement,
  ): Promise<DispatchCatalogue> {
    const request = { ...actor, mutation: "settleOverlap", idempotencyKey, input, answer: DispatchCatalogue };
    return once(this.#database, request, async (transaction) => {
      const { matter, effectiveFrom } = input;
      const districtCode = districtOf(matter);
      const [latest] = await transaction.find(DispatchCatalogue, {
        where: { districtCode },
        order: { version: "DESC" },
        take: 1,
      });
      if (!latest)
        throw refuse("NOT_FOUND", { kind: "dispatch catalogue", kindZh: "派单目录", id: districtCode });
      const dispatch = new DispatchStore(transaction, new UnitStore(transaction));
      const ground = await dispatch.groundOf(matter, effectiveFrom);
      const { divisionCode, unitCode, document } = decide(latest, ground);

      const version = latest.version + 1;
      const next = Object.assign(new DispatchCatalogue(), { ...latest, version, effectiveFrom });
      await refuseSecond(
        "unique",
        () => transaction.insert(DispatchCatalogue, next),
        () => refuse("CONFLICT", { subject: `${districtCode}, dispatch catalogue` }),
      );
      await transaction.query(
        `INSERT INTO dispatch_rule (district_code, catalogue_version, matter_code, unit_code, division_code, item_code)
         SELECT district_code, $3, matter_code, unit_code, division_code, item_code
         FROM dispatch_rule WHERE district_code = $1 AND catalogue_version = $2`,
        [districtCode, latest.version, version],
      );
      await transaction.query(
        `INSERT INTO overlap_rule (district_code, catalogue_version, matter_code, division_code, unit_code, document)
         SELECT district_code, $3, matter_code, division_code, unit_code, document
         FROM overlap_rule WHERE district_code = $1 AND catalogue_version = $2`,
        [districtCode, latest.version, version],
      );
      await transaction.query(
        `INSERT INTO overlap_rule (district_code, catalogue_version, matter_code, division_code, unit_code, document)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (district_code, catalogue_version, matter_code, division_code)
         DO UPDATE SET unit_code = excluded.unit_code, document = excluded.document`,
        [districtCode, version, ground?.ruledBy ?? matter, divisionCode, unitCode, document],
      );
      await record(transaction, actor, {
        subject: matter,
        kind: "OVERLAP_SETTLED",
        payload: { matter, division: divisionCode, unit: unitCode, catalogueVersion: version, effectiveFrom },
      });
      return next;
    });
  }
}
