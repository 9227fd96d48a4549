import { openDatabase } from "../../subgraphs/shared/database.ts";
import { AccessLogStore } from "../../subgraphs/stewardship/access-record/access-log.store.ts";
import { Reported } from "../../subgraphs/stewardship/access-record/reported-access.ts";
import { reportOf, usualAccess } from "../../subgraphs/stewardship/stewardship.fixtures.ts";

export interface LongChain {
  readonly district: string;
  readonly subgraph: string;
  readonly records: number;
  /** Who read, each as often as the others. */
  readonly readers: number;
  /** When all of it was. */
  readonly at: string;
}

/** A chain as years of reading make it, written as the gateway's reports are: every record sealed, each to the one before. */
export async function writeLongChain(
  url: string,
  { district, subgraph, records, readers, at }: LongChain,
): Promise<void> {
  const database = await openDatabase({ url, entities: [], migrations: [] });
  try {
    const log = new AccessLogStore(database);
    const { readings } = reportOf({ ...usualAccess, district, subgraph, caseNumber: null });
    for (let written = 0; written < records; written += readers) {
      const some = Math.min(readers, records - written);
      const reading = Array.from({ length: some }, (_, index) => ({
        at,
        personId: `reader-${String(index).padStart(4, "0")}`,
        post: usualAccess.post,
        unit: `${district}-HOUSING`,
        onBehalfOf: null,
        onBehalfOfVouched: false,
      }));
      await log.append([new Reported({ readers: reading, readings })]);
    }
  } finally {
    await database.destroy();
  }
}
