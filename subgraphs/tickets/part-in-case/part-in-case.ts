import { Post, type Principal } from "../../shared/principal.ts";

/** What a caller has to do with a case (在案件中的角色). */
export interface PartInCase {
  /** By which ticket it is known. */
  readonly ticketNumber: string;
  /** Not struck off, archived or rejected: what was shown for a case's sake is shown no longer when it is over. */
  readonly open: boolean;
  /** It lies in the division the caller's post is answerable for. */
  readonly inPlace: boolean;
  /** The caller's unit has the ticket, or a whistle calls it: as a body of government, or a company by contract; null: neither. */
  readonly works: "BY_DUTY" | "BY_CONTRACT" | null;
}

/**
 * Whether a caller may know who asked, and call them (诉求人联系方式): those who asked themselves; the centre, which takes
 * in and calls back; and while the case is open, the community and sub-district it lies in and the bodies that work on
 * it. A company called to assist works on the case and never learns whom it is for (6.1 of the chargers at 马坊).
 */
export function mayReachDemander(principal: Principal | null, part: PartInCase | null): boolean {
  switch (principal?.post) {
    // The rows a resident reaches are their own.
    case Post.RESIDENT:
    case Post.CENTRE_DISPATCHER:
      return true;
    case Post.COMMUNITY_STAFF:
    case Post.COMMUNITY_SECRETARY:
    case Post.SUBDISTRICT_LEADER:
      return part?.open === true && (part.inPlace || part.works === "BY_DUTY");
    case Post.RESPONDER:
    case Post.CHIEF_RESPONDER:
      return part?.open === true && part.works === "BY_DUTY";
    default:
      return false;
  }
}

/** The posts for which it depends on the case. */
export const postsOnCases: readonly Post[] = [
  Post.COMMUNITY_STAFF,
  Post.COMMUNITY_SECRETARY,
  Post.SUBDISTRICT_LEADER,
  Post.RESPONDER,
  Post.CHIEF_RESPONDER,
];

/** A context that knows the caller's parts in cases. */
export interface KnowsParts {
  readonly principal: Principal | null;
  reachesDemander(ticket: string): Promise<boolean>;
}

/** For personal data of a row that belongs to a case: by the caller's part in it. */
export const byPartInCase = (
  { ticketNumber }: { readonly ticketNumber: string },
  { reachesDemander }: KnowsParts,
): Promise<boolean> => reachesDemander(ticketNumber);
