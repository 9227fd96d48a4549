import type { Logger } from "pino";
import type { DataSource } from "typeorm";
import { refuse } from "../errors.ts";
import { entriesBetween, type FeedEntry, lastPosition, readFeed } from "../feed.ts";
import { FeedFollower, type Finding } from "./feed-follower.ts";
import { listenForEntries } from "./feed-notices.ts";
import { type Interest, isFollowed, type PlacedEntry, shelfOf, shelvesFor } from "./interest.ts";

const batch = 500;

/** Entries kept at hand for followers who take their time or come back after a broken connection. */
const kept = 1_000;

/** A follower whose entries no index finds may be this far behind; he would be read half the log for otherwise. */
const furthestBehind = 10_000;

/** Divisions the subjects of entries lie in; what lies nowhere is left out. */
export type DivisionsOf = (subjects: readonly string[]) => Promise<ReadonlyMap<string, string>>;

export interface FeedTailSettings {
  readonly database: DataSource;
  readonly databaseUrl: string;
  /** Absent where nothing is followed by division. */
  readonly divisionsOf?: DivisionsOf | undefined;
  readonly log: Logger;
}

/**
 * The end of the subgraph's log, read once for everybody who follows it. A notice of the database only says when to look;
 * entries are read by position, so none is lost or told twice, whatever happens to notices and connections. Nothing is
 * opened until somebody follows.
 */
export class FeedTail {
  readonly #settings: FeedTailSettings;
  readonly #followers = new Map<string, Set<FeedFollower<never>>>();
  /** The latest entries, without gaps, up to `#position`. */
  #recent: PlacedEntry[] = [];
  #position = 0;
  #opening: Promise<() => Promise<void>> | undefined;
  #round: Promise<void> | undefined;
  #nextRound: Promise<void> | undefined;
  readonly #reading = new Map<string, Promise<PlacedEntry[]>>();

  constructor(settings: FeedTailSettings) {
    this.#settings = settings;
  }

  /** Entries after a position, or from now on: from what is committed after this call. */
  async follow<Context>(interest: Interest<Context>, after?: number): Promise<FeedFollower<Context>> {
    await this.#open();
    // Whoever says where he stands need not wait until we know what is new: he is told as everybody is.
    if (after === undefined || after > this.#position) await this.#readUpToNow();
    const last = this.#position;
    if (after !== undefined && (after < 0 || after > last)) {
      throw refuse("BAD_INPUT", {
        field: "after",
        problem: `no change has the position ${after}; the last one has ${last}`,
        problemZh: `不存在位置为 ${after} 的变更，最后一条为 ${last}`,
      });
    }
    const follower: FeedFollower<Context> = new FeedFollower({
      interest,
      after: after ?? last,
      last,
      find: (seen) => this.#find(seen, interest),
      onEnd: () => this.#forget(follower),
    });
    const shelf = shelfOf(interest);
    const others = this.#followers.get(shelf);
    if (others) others.add(follower);
    else this.#followers.set(shelf, new Set([follower]));
    return follower;
  }

  /** Ends everybody, who may come back to another process. */
  async close(): Promise<void> {
    for (const followers of [...this.#followers.values()])
      for (const follower of [...followers]) follower.end(refuse("SUBSCRIPTION_INTERRUPTED"));
    const close = await this.#opening?.catch(() => undefined);
    await close?.();
    await this.#round?.catch(() => undefined);
  }

  async #open(): Promise<void> {
    this.#opening ??= this.#listen();
    try {
      await this.#opening;
    } catch (error) {
      this.#opening = undefined;
      throw error;
    }
  }

  async #listen(): Promise<() => Promise<void>> {
    const { database, databaseUrl, log } = this.#settings;
    const last = await lastPosition(database);
    // After a restart all come back at once, from a few entries ago.
    this.#recent = await this.#placed(
      await entriesBetween(database, { after: last - kept, until: last, first: kept }),
    );
    this.#position = last;
    const onNotice = () => {
      this.#readUpToNow().catch((err) =>
        log.warn({ err }, "the log cannot be read; tried again at the next notice"),
      );
    };
    const close = await listenForEntries({ databaseUrl, onNotice, log });
    // Of what was committed until we listened, nobody told us.
    onNotice();
    return close;
  }

  /** A round under way may have looked before the caller's moment: whoever comes meanwhile waits for the next one. */
  #readUpToNow(): Promise<void> {
    if (!this.#round) {
      this.#round = this.#readNew().finally(() => {
        this.#round = undefined;
      });
      return this.#round;
    }
    this.#nextRound ??= this.#round
      .catch(() => undefined)
      .then(() => {
        this.#nextRound = undefined;
        return this.#readUpToNow();
      });
    return this.#nextRound;
  }

  async #readNew(): Promise<void> {
    for (;;) {
      const entries = await readFeed(this.#settings.database, { after: this.#position, first: batch });
      this.#tell(await this.#placed(entries));
      if (entries.length < batch) return;
    }
  }

  #tell(entries: readonly PlacedEntry[]): void {
    this.#position = entries.at(-1)?.entry.position ?? this.#position;
    this.#recent.push(...entries);
    if (this.#recent.length > 2 * kept) this.#recent = this.#recent.slice(-kept);
    for (const placed of entries) {
      for (const shelf of shelvesFor(placed)) {
        for (const follower of this.#followers.get(shelf) ?? []) {
          if (isFollowed(placed, follower.interest)) follower.notice(placed.entry.position);
        }
      }
    }
  }

  #find(seen: number, interest: Interest<never>): Finding | Promise<Finding> {
    const first = this.#recent[0]?.entry.position ?? this.#position + 1;
    if (seen + 1 < first) return this.#findInLog(seen, interest);
    return followedAmong(this.#recent.slice(seen + 1 - first), interest, this.#position);
  }

  async #findInLog(after: number, interest: Interest<never>): Promise<Finding> {
    const { subject, division, concerns } = interest;
    const until = this.#position;
    const isSearch = subject === undefined && (division !== undefined || concerns !== undefined);
    if (isSearch && until - after > furthestBehind) {
      throw refuse("SUBSCRIPTION_BEHIND", { maximum: furthestBehind });
    }
    const entries = await this.#read(after, until, subject);
    const upTo = entries.length < batch ? until : (entries.at(-1)?.entry.position ?? until);
    return followedAmong(entries, interest, upTo);
  }

  /** Those who were away equally long come back at the same time: each stretch is read once for all. */
  #read(after: number, until: number, subject: string | undefined): Promise<PlacedEntry[]> {
    const key = `${after} ${until} ${subject ?? ""}`;
    const underWay = this.#reading.get(key);
    if (underWay) return underWay;
    const reading = entriesBetween(this.#settings.database, { after, until, subject, first: batch })
      .then((entries) => this.#placed(entries))
      .finally(() => this.#reading.delete(key));
    this.#reading.set(key, reading);
    return reading;
  }

  async #placed(entries: readonly FeedEntry[]): Promise<PlacedEntry[]> {
    const { divisionsOf } = this.#settings;
    if (!divisionsOf || entries.length === 0) return entries.map((entry) => ({ entry, division: undefined }));
    const divisions = await divisionsOf([...new Set(entries.map(({ subject }) => subject))]);
    return entries.map((entry) => ({ entry, division: divisions.get(entry.subject) }));
  }

  #forget(follower: FeedFollower<never>): void {
    const shelf = shelfOf(follower.interest);
    const others = this.#followers.get(shelf);
    others?.delete(follower);
    if (others?.size === 0) this.#followers.delete(shelf);
  }
}

function followedAmong(entries: readonly PlacedEntry[], interest: Interest<never>, upTo: number): Finding {
  return {
    entries: entries.filter((placed) => isFollowed(placed, interest)).map(({ entry }) => entry),
    upTo,
  };
}
