import type { EntityManager } from "typeorm";

/** What is numbered here, through all years, with the letter that marks it. */
const marks = {
  DATA_GRANT: "G",
  BREAK_GLASS: "B",
  AGREEMENT: "A",
  CASE_ACCESS_RULE: "C",
  CASE_EXCLUSION: "X",
} as const;

/** The next number in a district, e.g. `430105-G-0001`: drawn in the transaction that uses it, so without gaps. */
export async function nextNumber(
  transaction: EntityManager,
  districtCode: string,
  numbered: keyof typeof marks,
): Promise<string> {
  const mark = marks[numbered];
  const [{ last }] = await transaction.query(
    `INSERT INTO numbering (district_code, mark, last) VALUES ($1, $2, 1)
     ON CONFLICT (district_code, mark) DO UPDATE SET last = numbering.last + 1
     RETURNING last`,
    [districtCode, mark],
  );
  return `${districtCode}-${mark}-${String(last).padStart(4, "0")}`;
}
