import type { CasePart } from "../../subgraphs/shared/case-part.ts";
import type { GraphClient } from "../../subgraphs/shared/graph-client.ts";
import { districtOf, type Post, type Principal, Rows } from "../../subgraphs/shared/principal.ts";

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

/** What decides what is given on a grant that applies. */
export type Terms = Pick<DataGrant, "number" | "owner" | "coordinates" | "rows" | "clear" | "listMaximum">;

/** What an owner opens, in the cases of its district, to whoever works on them (案内访问规则). */
export interface CaseAccessRule
  extends Pick<
    DataGrant,
    "number" | "owner" | "coordinates" | "clear" | "validFrom" | "validUntil" | "listMaximum"
  > {
  /** To those with one of these parts. */
  readonly parts: readonly CasePart[];
}

/** One case that an owner closed to one body (案内访问排除). */
export interface CaseExclusion {
  readonly owner: string;
  readonly caseNumber: string;
  readonly unit: string;
}

interface Kept {
  readonly grants: readonly DataGrant[];
  readonly caseAccessRules: readonly CaseAccessRule[];
  readonly caseExclusions: readonly CaseExclusion[];
}

/** What is or will be in force, and by which change of the book. */
interface Edition extends Kept {
  readonly version: number;
}

const question = `query GrantBook($after: Int) {
  grantBook(after: $after) {
    version
    grants {
      number owner consumer posts coordinates purposes rows clear validFrom validUntil caseNumber listMaximum
    }
    caseAccessRules { number owner parts coordinates clear validFrom validUntil listMaximum }
    caseExclusions { owner caseNumber unit }
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
      grantBook: { readonly version: number } & { readonly [List in keyof Kept]: Kept[List] | null };
    };
    const { version, grants, caseAccessRules, caseExclusions } = grantBook;
    const edition =
      grants && caseAccessRules && caseExclusions
        ? { version, grants, caseAccessRules, caseExclusions }
        : this.#edition;
    if (!edition || edition.version !== version)
      throw new Error("the book of grants is not what it says it is");
    if (forgotten === this.#forgotten) {
      this.#edition = edition;
      this.#readAt = askedAt;
    }
    return edition;
  }
}

const isInForce = (
  { validFrom, validUntil }: Pick<DataGrant, "validFrom" | "validUntil">,
  at: Date,
): boolean => at >= new Date(validFrom) && (validUntil === null || at < new Date(validUntil));

/** Whether somebody of the unit is of the body: a department's includes its stations. */
function isOf(body: string, unit: string): boolean {
  if (unit === body) return true;
  const department = /^\d+-(.+)$/.exec(body)?.[1];
  return (
    department !== undefined &&
    unit.replace(/^\d+-/, "") === department &&
    districtOf(unit) === districtOf(body) &&
    unit.startsWith(body.split("-", 1)[0] ?? body)
  );
}

/** Whether the grant is to this caller, and in force at the instant. */
export const isFor = (grant: DataGrant, { post, unit }: Principal, at: Date): boolean =>
  isInForce(grant, at) && (grant.posts === null || grant.posts.includes(post)) && isOf(grant.consumer, unit);

/** Whether the rule holds in the case at the instant, whoever works on it. */
export const holdsIn = (rule: CaseAccessRule, caseNumber: string, at: Date): boolean =>
  districtOf(rule.number) === districtOf(caseNumber) && isInForce(rule, at);

/** Whether the owner closed the case to the unit, by whichever of its tickets. */
export const isExcluded = (
  exclusions: readonly CaseExclusion[],
  owner: string,
  tickets: readonly string[],
  unit: string,
): boolean =>
  exclusions.some(
    (each) => each.owner === owner && tickets.includes(each.caseNumber) && isOf(each.unit, unit),
  );

/**
 * What a rule opens beside the grants to a body: nothing of a type that its owner granted it, because what was decided of
 * one body goes before what holds for whoever is called.
 */
export function besideGrants(rule: CaseAccessRule, grants: readonly Terms[]): Terms | undefined {
  const granted = new Set(
    grants.filter(({ owner }) => owner === rule.owner).flatMap(({ coordinates }) => coordinates.map(typeOf)),
  );
  const isLeft = (coordinate: string) => !granted.has(typeOf(coordinate));
  const [coordinates, clear] = [rule.coordinates.filter(isLeft), rule.clear.filter(isLeft)];
  return coordinates.length > 0 ? { ...rule, rows: Rows.THIS_CASE, coordinates, clear } : undefined;
}

export const typeOf = (coordinate: string): string => coordinate.split(".", 1)[0] ?? coordinate;
