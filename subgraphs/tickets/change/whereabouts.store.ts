import type { DataSource } from "typeorm";

/** In which divisions tickets and whistles lie, whoever asks: it only narrows down who is told, not what they may see. */
export async function divisionsOf(
  database: DataSource,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows: { number: string; division: string }[] = await database.query(
    `SELECT number, division_code AS division FROM ticket
     WHERE district_code = ANY($1) AND number = ANY($2)
     UNION ALL
     SELECT number, division_code FROM whistle WHERE district_code = ANY($1) AND number = ANY($2)`,
    [[...new Set(numbers.map((number) => number.slice(0, 6)))], numbers],
  );
  return new Map(rows.map(({ number, division }) => [number, division]));
}
