import type { Frame } from "./frame.ts";
import { groupBy } from "./group-by.ts";
import { type Named, personName } from "./names.ts";
import type { Random } from "./random.ts";

/** A grid's party branch (网格党支部). One may serve several grids, so branches and grids are not counted alike (GZ-13). */
export interface PartyBranchRow {
  readonly code: string;
  readonly name: string;
  readonly communityCode: string;
  readonly secretaryName: string;
  readonly gridCodes: readonly string[];
}

export const branchSecretary = (random: Random, branchCode: string): Named =>
  personName(random.split(`branch-secretary/${branchCode}`));

export function* partyBranches({ random, grids }: Frame): Iterable<PartyBranchRow> {
  for (const [code, ofBranch] of groupBy(grids, ({ branchCode }) => branchCode)) {
    const community = ofBranch[0]?.community;
    if (!community) continue;
    yield {
      code,
      name: `${community.shortName}第${Number(code.slice(-2))}网格党支部`,
      communityCode: community.code,
      secretaryName: branchSecretary(random, code).name,
      gridCodes: ofBranch.map((grid) => grid.code),
    };
  }
}
