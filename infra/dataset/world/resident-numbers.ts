import { residentNumberCheck } from "../../../subgraphs/shared/codes.ts";
import type { Grid } from "./grids.ts";
import { type DayNumber, dayText } from "./office-clock.ts";
import { registrationAreas } from "./places.ts";

/** Where people of a district may have been registered; Beijing has too few counties for its people alone. */
const PROVINCES_OF: Readonly<Record<string, readonly string[]>> = { "11": ["11", "13"] };

const scatter = (day: DayNumber): number => (Math.imul(day, 2_654_435_761) >>> 0) >>> 8;

/**
 * Gives out resident numbers (公民身份号码) that are right in every digit and belong to nobody: their sequence is 000,
 * which is not issued. Since that leaves one number to a county and birth date, no two people of a grid share a birth
 * date, and grids that share dates take different counties on each. For the same reason the sequence cannot tell the
 * sex, as a real one does.
 */
export class ResidentNumbers {
  readonly #ordinals = new Map<string, number>();
  readonly #gridsIn = new Map<string, number>();

  constructor(basicGrids: readonly Grid[]) {
    for (const { code } of basicGrids) {
      const province = code.slice(0, 2);
      const ordinal = this.#gridsIn.get(province) ?? 0;
      this.#ordinals.set(code, ordinal);
      this.#gridsIn.set(province, ordinal + 1);
    }
  }

  /** Numbers for the people of one grid, one after the other; moves a birth date to the next that is free. */
  forGrid(gridCode: string): (birth: DayNumber) => { readonly birth: DayNumber; readonly number: string } {
    const province = gridCode.slice(0, 2);
    const ordinal = this.#ordinals.get(gridCode);
    if (ordinal === undefined) throw new RangeError(`${gridCode} is no basic grid of this world`);
    const provinces = PROVINCES_OF[province] ?? [province];
    const areas = registrationAreas.filter((code) => provinces.includes(code.slice(0, 2)));
    const classes = Math.ceil((this.#gridsIn.get(province) ?? 1) / areas.length);
    const dateClass = Math.floor(ordinal / areas.length);
    const taken = new Set<DayNumber>();

    return (wanted) => {
      let birth = wanted;
      while (taken.has(birth) || scatter(birth) % classes !== dateClass) birth--;
      taken.add(birth);
      const area = areas[(ordinal + scatter(birth + 1)) % areas.length];
      const first17 = `${area}${dayText(birth).replaceAll("-", "")}000`;
      return { birth, number: first17 + residentNumberCheck(first17) };
    };
  }
}
