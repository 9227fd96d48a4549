import type { JWK } from "jose";
import type { Logger } from "pino";
import type { Opened } from "../opened.ts";
import type { Settings } from "../settings.ts";

/** What the whole graph is started from, in whichever shape: one process or several. */
export interface Shape {
  readonly settings: Settings;
  /** Each subgraph's own database, by name. */
  readonly databaseUrls: ReadonlyMap<string, string>;
  /** Where departments' existing systems are, by the subgraph that reads one. */
  readonly sourceUrls: ReadonlyMap<string, string>;
  /** The gateway's. */
  readonly privateKey: JWK;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly opened: Opened;
  /** Whether accesses go on record, as they must: false for what that costs to be measured, and for nothing else. */
  readonly recordAccess?: boolean;
}
