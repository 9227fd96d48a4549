import type { GraphClient } from "../../subgraphs/shared/graph-client.ts";
import { districtOf, type Post, type Principal, type Rows } from "../../subgraphs/shared/principal.ts";

/** What the owner of a subgraph lets another body read (数据授权), as stewardship keeps it. */
export interface DataGrant {
  readonly number: string;
  /** The subgraph that holds it. */
  readonly owner: string;
  /** A department's unit, which includes its stations; or a division, for those who serve in its own office. */
  readonly consumer: string;
  /** Of the consumer's people, those in these posts; all where it is null. */
  readonly posts: readonly Post[] | null;
  /** `Type` or `Type.field` */
  readonly coordinates: readonly string[];
  /** Bases that may be stated for it. */
  readonly purposes: readonly string[];
  readonly rows: Rows;
  /** Coordinates of personal data shown as they are. */
  readonly clear: readonly string[];
  readonly validFrom: string;
  /** The first instant at which it no longer is; null: until it is revoked. */
  readonly validUntil: string | null;
  /** The one case it is for (a broken glass is); null: any that the caller has a part in. */
  readonly caseNumber: string | null;
  /** Rows one answer may give; null: the usual number. */
  readonly listMaximum: number | null;
}

/** The grants that are or will be in force, and by which change of the book. */
interface Edition {
  readonly version: number;
  readonly grants: readonly DataGrant[];
}

const question = `query GrantBook($after: Int) {
  grantBook(after: $after) {
    version
    grants {
      number owner consumer posts coordinates purposes rows clear validFrom validUntil caseNumber listMaximum
    }
  }
}`;

/** So long, in milliseconds, a grant may outlive its revocation in another process. */
const trusted = 250;

/**
 * The grants as of a quarter of a second ago at most. Where stewardship cannot be asked there are none: what cannot be
 * known to be granted is not.
 */
export class GrantBook {
  readonly #ask: GraphClient;
  readonly #now: () => number;
  #edition: Edition | undefined;
  #readAt = Number.NEGATIVE_INFINITY;
  #reading: Promise<Edition> | undefined;
  /** How often it was told to forget: what was asked before then says nothing of what holds after. */
  #forgotten = 0;

  /** @param now milliseconds of a clock that never jumps */
  constructor(ask: GraphClient, now: () => number = () => performance.now()) {
    this.#ask = ask;
    this.#now = now;
  }

  /** Rejects where stewardship cannot be asked. */
  async edition(): Promise<Edition> {
    if (this.#edition && this.#now() - this.#readAt < trusted) return this.#edition;
    if (this.#reading) return this.#reading;
    const reading = this.#read().finally(() => {
      if (this.#reading === reading) this.#reading = undefined;
    });
    this.#reading = reading;
    return reading;
  }

  /** Something was changed here: whoever asks next is judged by it. */
  forget(): void {
    this.#forgotten += 1;
    this.#readAt = Number.NEGATIVE_INFINITY;
    this.#reading = undefined;
  }

  async #read(): Promise<Edition> {
    const [askedAt, forgotten] = [this.#now(), this.#forgotten];
    const { grantBook } = (await this.#ask(question, { after: this.#edition?.version ?? null })) as {
      grantBook: { readonly version: number; readonly grants: readonly DataGrant[] | null };
    };
    const { version, grants } = grantBook;
    const edition = grants ? { version, grants } : this.#edition;
    if (!edition || edition.version !== version)
      throw new Error("the book of grants is not what it says it is");
    if (forgotten === this.#forgotten) {
      this.#edition = edition;
      this.#readAt = askedAt;
    }
    return edition;
  }
}

/** Whether the grant is to this caller, and in force at the instant. */
export function isFor(
  { consumer, posts, validFrom, validUntil }: DataGrant,
  principal: Principal,
  at: Date,
): boolean {
  if (at < new Date(validFrom) || (validUntil !== null && at >= new Date(validUntil))) return false;
  if (posts !== null && !posts.includes(principal.post)) return false;
  const { unit } = principal;
  if (unit === consumer) return true;
  const department = /^\d+-(.+)$/.exec(consumer)?.[1];
  return (
    department !== undefined &&
    unit.replace(/^\d+-/, "") === department &&
    districtOf(unit) === districtOf(consumer) &&
    unit.startsWith(consumer.split("-", 1)[0] ?? consumer)
  );
}
