import { type EntityManager, In } from "typeorm";
import { refuse } from "../../shared/errors.ts";
import { SubgraphOwner } from "./subgraph-owner.ts";

export class SubgraphOwnerStore {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  all(): Promise<SubgraphOwner[]> {
    return this.#manager.find(SubgraphOwner, { order: { subgraph: "ASC" } });
  }

  bySubgraphs(subgraphs: readonly string[]): Promise<SubgraphOwner[]> {
    return this.#manager.findBy(SubgraphOwner, { subgraph: In([...subgraphs]) });
  }
}

/** The unit that owns a subgraph's data in a district, e.g. `430105-CIVIL-AFFAIRS`. */
export async function owningUnit(
  manager: EntityManager,
  subgraph: string,
  districtCode: string,
): Promise<string> {
  const owner = await manager.findOneBy(SubgraphOwner, { subgraph });
  if (owner) return `${districtCode}-${owner.unit}`;
  throw refuse("NOT_FOUND", { kind: "subgraph", kindZh: "子图", id: subgraph });
}
