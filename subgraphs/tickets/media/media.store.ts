import { type DataSource, type EntityManager, In, IsNull, LessThan, Not } from "typeorm";
import type { Actor } from "../../shared/move.ts";
import type { Demand } from "../demand/demand.ts";
import { refuse } from "../tickets.errors.ts";
import type { MediaType } from "./content/media-type.ts";
import { Media } from "./media.ts";

/** How long a file waits for the demand it came with, in milliseconds. */
const claimedWithin = 3_600_000;

/** What was found of a file once it was taken in. */
export interface Taken extends MediaType {
  readonly bytes: number;
  readonly digest: string;
}

/** Every query on photos and recordings. Those that a demand has are shown to whom the demand is: the reader must have read it. */
export class MediaStore {
  readonly #manager: EntityManager;

  constructor(database: DataSource) {
    this.#manager = database.manager;
  }

  /** Those that came with a demand. */
  byIds(ids: readonly string[]): Promise<Media[]> {
    return this.#manager.findBy(Media, { id: In([...ids]), demandNumber: Not(IsNull()) });
  }

  ofDemands(numbers: readonly string[]): Promise<Media[]> {
    return this.#manager.find(Media, {
      where: { demandNumber: In([...numbers]) },
      order: { demandNumber: "ASC", place: "ASC" },
    });
  }

  /** What each of the caller's files holds, in their order; null where there is no such file. */
  async digests(ids: readonly string[], { principal }: Actor): Promise<(string | null)[]> {
    const found = await this.#manager.findBy(Media, { id: In([...ids]), personId: principal.id });
    const digests = new Map(found.map(({ id, digest }) => [id, digest]));
    return ids.map((id) => digests.get(id) ?? null);
  }

  /** Notes that a file is coming, so that it is known of whatever becomes of it. */
  async begin(id: string, { principal, at }: Actor): Promise<void> {
    await this.#manager.insert(Media, { id, personId: principal.id, uploadedAt: at });
  }

  async complete(id: string, taken: Taken): Promise<void> {
    await this.#manager.update(Media, { id }, taken);
  }

  /** Lets go of those of the person's files that no demand has claimed, and of what `remove` does about them. */
  discard(ids: readonly string[], { principal }: Actor, remove: Remove): Promise<void> {
    return this.#manager.transaction((transaction) =>
      letGo(transaction, { id: In([...ids]), personId: principal.id }, remove),
    );
  }

  /** The same of everybody's that were claimed by nothing in time. */
  discardUnclaimed(at: Date, remove: Remove): Promise<void> {
    const uploadedAt = LessThan(new Date(at.getTime() - claimedWithin));
    return this.#manager.transaction((transaction) => letGo(transaction, { uploadedAt }, remove));
  }
}

export type Remove = (id: string) => Promise<void>;

/** The rows are held while the files go: of a file whose row is gone nobody would know any more. */
async function letGo(
  transaction: EntityManager,
  which: Parameters<EntityManager["findBy"]>[1] & object,
  remove: Remove,
): Promise<void> {
  const unclaimed = await transaction.find(Media, {
    where: { ...which, demandNumber: IsNull() },
    lock: { mode: "pessimistic_write" },
  });
  for (const { id } of unclaimed) await remove(id);
  if (unclaimed.length > 0) await transaction.delete(Media, { id: In(unclaimed.map(({ id }) => id)) });
}

/** Gives a demand the files that its reporter sent for it: once, and nobody else's. */
export async function claimMedia(
  transaction: EntityManager,
  ids: readonly string[],
  { districtCode, number }: Pick<Demand, "districtCode" | "number">,
  { principal, at }: Actor,
): Promise<void> {
  if (ids.length === 0) return;
  const claimed = await transaction.query(
    `UPDATE media SET district_code = $1, demand_number = $2, place = array_position($3::uuid[], id)
     WHERE id = ANY ($3) AND person_id = $4 AND demand_number IS NULL AND digest IS NOT NULL AND uploaded_at > $5
     RETURNING id`,
    [districtCode, number, ids, principal.id, new Date(at.getTime() - claimedWithin)],
  );
  if (claimed[0].length !== ids.length) throw refuse("MEDIA_NOT_TO_BE_HAD");
}
