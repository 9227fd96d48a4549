import { connect } from "../../../infra/postgres/connect.ts";
import type { CaseArgs } from "../../../subgraphs/tickets/case/case-args.ts";

/** The district whose command centre looks cases up. */
export const district = "430105";

export interface LookedUp {
  /** Values of each argument of `case`, in an order that looks random and is always the same. */
  readonly values: Readonly<Record<keyof CaseArgs, readonly string[]>>;
  /** The community whose residents they are: the one of which most asked for something. */
  readonly community: string;
}

/** So many that what was read for one is seldom of use to the next. */
const enough = 500;

const asked = `FROM demander
  JOIN demand ON (demand.district_code, demand.demander_id) = (demander.district_code, demander.id)
  WHERE demander.district_code = $1`;
const askedBy = `${asked} AND demander.resident_id IS NOT NULL AND length(demand.division_code) >= 12`;

/** What there is to look up in a dataset: everything that some ticket of the district is about. */
export async function lookedUp(ticketsUrl: string): Promise<LookedUp> {
  const client = await connect(ticketsUrl);
  const drawn = async (found: string, ...more: string[]): Promise<string[]> => {
    const { rows } = await client.query<{ value: string }>(
      `SELECT value FROM (${found}) AS found (value) GROUP BY value ORDER BY md5(value) LIMIT ${enough}`,
      [district, ...more],
    );
    return rows.map(({ value }) => value);
  };
  try {
    const { rows } = await client.query<{ community: string }>(
      `SELECT left(demand.division_code, 12) AS community ${askedBy}
       GROUP BY 1 ORDER BY count(DISTINCT demander.resident_id) DESC, 1 LIMIT 1`,
      [district],
    );
    const community = rows[0]?.community ?? "";
    return {
      community,
      values: {
        number: await drawn(
          `SELECT number FROM ticket WHERE district_code = $1 UNION ALL
           SELECT number FROM whistle WHERE district_code = $1`,
        ),
        resident: await drawn(
          `SELECT demander.resident_id ${askedBy} AND left(demand.division_code, 12) = $2`,
          community,
        ),
        place: await drawn(
          `SELECT unnest(ARRAY[grid_code, estate_code, left(division_code, 12)]) FROM ticket
           WHERE district_code = $1 AND num_nulls(grid_code, estate_code) = 0 AND length(division_code) >= 12
           UNION ALL
           SELECT building_code FROM demand WHERE district_code = $1 AND building_code IS NOT NULL`,
        ),
        business: await drawn(`SELECT demander.credit_code ${asked} AND demander.credit_code IS NOT NULL`),
        powerItem: await drawn(
          "SELECT item_code FROM ticket WHERE district_code = $1 AND item_code IS NOT NULL",
        ),
      },
    };
  } finally {
    await client.end();
  }
}
