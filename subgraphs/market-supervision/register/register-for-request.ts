import DataLoader from "dataloader";
import type { Page, PageArgs } from "../../shared/connection.ts";
import type { Principal } from "../../shared/principal.ts";
import { reachOf } from "../../shared/reach.ts";
import type { Business } from "../business/business.ts";
import { listBusinesses } from "../business/business-list.ts";
import { owner, reaches } from "../visibility.ts";
import type {
  BusinessRegister,
  BusinessSearch,
  RegisteredBusiness,
  RegisteredLicence,
} from "./business-register.ts";

/**
 * The register as one request asks it: what is asked in one tick goes in one call, nothing is asked twice, and all of it
 * together waits no longer than one call may take. The gateway waits for the whole answer, of which most is our own.
 */
export function registerForRequest(register: BusinessRegister, principal: Principal | null) {
  let until: number | undefined;
  const patience = (): number => {
    until ??= register.patience();
    return until;
  };
  const reach = reachOf(principal, owner, "Business");
  const business = ofEach<RegisteredBusiness, RegisteredBusiness | null>(
    (codes) => register.businesses(codes, patience()),
    ([entry = null]) => entry,
  );
  return {
    business,
    licences: ofEach<RegisteredLicence, readonly RegisteredLicence[]>(
      (codes) => register.licencesOf(codes, patience()),
      (licences) => licences,
    ),
    list: (search: BusinessSearch, args: PageArgs): Promise<Page<Business>> =>
      listBusinesses(
        (stretch) => register.search(search, stretch, patience()),
        search,
        args,
        (entry) => void business.prime(entry.creditCode, entry),
      ),
    /** A business with what is not published of it: null to whom does not reach it. */
    async unpublished(creditCode: string): Promise<RegisteredBusiness | null> {
      if (reach.kind === "NOTHING" || reach.kind === "PERSON") return null;
      const entry = await business.load(creditCode);
      return entry && reaches(reach, entry) ? entry : null;
    },
  };
}

/** A failure is kept like an answer: given as one, where a rejected batch would be forgotten and asked for again. */
const ofEach = <Row extends { readonly creditCode: string }, Answer>(
  ask: (creditCodes: readonly string[]) => Promise<readonly Row[]>,
  answerFrom: (rows: readonly Row[]) => Answer,
): DataLoader<string, Answer> =>
  new DataLoader(async (creditCodes) => {
    const found = await ask(creditCodes).catch((error: Error) => error);
    if (found instanceof Error) return creditCodes.map(() => found);
    const byCode = new Map<string, Row[]>(creditCodes.map((code) => [code, []]));
    for (const row of found) byCode.get(row.creditCode)?.push(row);
    return creditCodes.map((code) => answerFrom(byCode.get(code) ?? []));
  });
