import { type DataSource, type EntityManager, MoreThanOrEqual } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import { districtOf } from "../../shared/principal.ts";
import type { Reach } from "../../shared/reach.ts";
import { onlyReached } from "../visibility.ts";
import { Disability } from "./disability.ts";

const ofResidents = lookUp(Disability, "disability", (query, reach: Reach) =>
  onlyReached(query, reach)
    .andWhere("disability.districtCode = ANY(:districts) AND disability.residentId = ANY(:residents)")
    .andWhere("disability.validUntil >= :today"),
);

/** Every query on disabilities, restricted to what the principal reaches. */
export class DisabilityStore {
  readonly #reach: Reach;
  readonly #today: Day;
  readonly #from: LookedUpIn;

  constructor({ manager }: DataSource, reach: Reach, today: Day, columns?: ColumnsRead) {
    this.#reach = reach;
    this.#today = today;
    this.#from = { manager, columns };
  }

  ofResidents(residents: readonly string[]): Promise<Disability[]> {
    const districts = [...new Set(residents.map(districtOf))];
    return ofResidents(this.#from, { districts, residents, today: this.#today }, this.#reach);
  }
}

/** The certificate by which an allowance of the same department is judged; it is shown to nobody by this. */
export const certificateInForce = (
  transaction: EntityManager,
  { districtCode, residentId }: { districtCode: string; residentId: string },
  today: Day,
): Promise<Disability | null> =>
  transaction.findOneBy(Disability, { districtCode, residentId, validUntil: MoreThanOrEqual(today) });
