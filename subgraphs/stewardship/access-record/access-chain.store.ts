import type { EntityManager } from "typeorm";
import type { Principal } from "../../shared/principal.ts";
import { everyDistrict } from "../every-district.ts";
import { dataBureau, stewardship } from "../visibility.ts";
import { chainStart } from "./access-chain.ts";
import type { AccessChainEnds } from "./access-chain-ends.ts";

/** The ends of chains, for whoever sees the records between them. */
export class AccessChainStore {
  readonly #manager: EntityManager;
  readonly #principal: Principal | null;

  constructor(manager: EntityManager, principal: Principal | null) {
    this.#manager = manager;
    this.#principal = principal;
  }

  /** Where the retention cut a chain last, and where it ends: read at once, so that both are of one moment. */
  async ends(subgraph: string | null): Promise<AccessChainEnds[]> {
    const steward = stewardship(this.#principal);
    if (!steward) return [];
    const { district, shortName } = steward;
    return this.#manager.query(
      `SELECT chain.district_code AS district, chain.subgraph,
              coalesce(cut.sequence, $5) AS "startSequence", coalesce(cut.hash, $6) AS "startHash",
              chain.sequence AS "endSequence", chain.hash AS "endHash"
       FROM access_chain AS chain
       LEFT JOIN LATERAL (
         SELECT sequence, hash FROM chain_cut
         WHERE chain_cut.district_code = chain.district_code AND chain_cut.subgraph = chain.subgraph
         ORDER BY sequence DESC LIMIT 1
       ) AS cut ON true
       WHERE chain.district_code IN ($1, '${everyDistrict}') AND ($2::text IS NULL OR chain.subgraph = $2)
         AND ($3 OR chain.subgraph IN (SELECT owned.subgraph FROM subgraph_owner AS owned WHERE owned.unit = $4))
       ORDER BY chain.district_code DESC, chain.subgraph`,
      [district, subgraph, shortName === dataBureau, shortName, chainStart.sequence, chainStart.hash],
    );
  }
}
