import { maximumPageSize, type Page, type PageArgs } from "../../shared/connection.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { refuse } from "../market-supervision.errors.ts";
import type {
  BusinessSearch,
  RegisteredBusiness,
  Stretch,
  StretchArgs,
} from "../register/business-register.ts";
import { type Business, businessOf } from "./business.ts";

/**
 * A page of one of the register's lists. It knows offsets and nothing else, so a cursor is one, bound to its list: what
 * is entered or struck off meanwhile may shift the next page by a row.
 */
export async function listBusinesses(
  read: (stretch: StretchArgs) => Promise<Stretch>,
  search: BusinessSearch,
  { first, after }: PageArgs,
  onRead: (business: RegisteredBusiness) => void,
): Promise<Page<Business>> {
  if (!Number.isInteger(first) || first < 1 || first > maximumPageSize) {
    throw refuseShared("PAGE_TOO_LARGE", { asked: first, maximum: maximumPageSize });
  }
  const { name, grid, division } = search;
  const narrowed = name === undefined ? grid !== undefined || division !== undefined : name.length >= 2;
  if (!narrowed) throw refuse("BUSINESS_SEARCH_TOO_WIDE");
  const list = JSON.stringify([name, grid, division]);
  const offset = after ? readCursor(after, list) : 0;
  const { entries, total } = await read({ offset, count: first });
  const edges = entries.flatMap((entry, index) => {
    if (!entry) return [];
    onRead(entry);
    return [{ cursor: cursorAt(offset + index + 1, list), node: businessOf(entry.creditCode) }];
  });
  const reached = offset + entries.length;
  const endCursor = entries.length > 0 ? cursorAt(reached, list) : null;
  return { edges, pageInfo: { hasNextPage: entries.length > 0 && reached < total, endCursor } };
}

const cursorAt = (offset: number, list: string): string =>
  Buffer.from(JSON.stringify([list, offset])).toString("base64url");

function readCursor(cursor: string, list: string): number {
  try {
    const [of, offset] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (of === list && Number.isSafeInteger(offset) && offset >= 0) return offset;
  } catch {
    // Falls through: whatever is wrong with it, it is not a cursor of ours.
  }
  throw refuseShared("BAD_CURSOR");
}
