import type { EntityManager } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { polygonColumn } from "../grid/grid.boundary.ts";
import { GridKind } from "../grid/grid.ts";
import { besides, outlineOf } from "./outline.drawing.ts";
import type { Outline } from "./outline.ts";

interface Piece {
  readonly division: string;
  readonly boundary: string;
  readonly synthetic: boolean;
  readonly kind: GridKind;
}

/** Outlines are drawn from the grids as they are now, so that no split or merge leaves an old one behind. */
export class OutlineStore {
  readonly #manager: EntityManager;
  readonly #today: Day;

  constructor(manager: EntityManager, today: Day) {
    this.#manager = manager;
    this.#today = today;
  }

  /** Of each division that has land; they are public, as grids are. */
  async ofDivisions(codes: readonly string[]): Promise<Outline[]> {
    const pieces: Piece[] = await this.#manager.query(
      // ':' comes right after '9': the range of all codes that begin with the division's.
      `SELECT asked.code AS division, piece.* FROM unnest($1::text[]) AS asked(code)
       CROSS JOIN LATERAL (
         SELECT boundary, synthetic, kind FROM grid
         WHERE code >= asked.code COLLATE "C" AND code < (asked.code || ':') COLLATE "C"
           AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2)
         UNION ALL
         SELECT land, land_synthetic, 'BASIC' FROM division
         WHERE code >= asked.code COLLATE "C" AND code < (asked.code || ':') COLLATE "C" AND land IS NOT NULL
           AND NOT EXISTS (SELECT FROM grid WHERE grid.code >= division.code AND grid.code < (division.code || ':')
             AND valid_from <= $2 AND (valid_to IS NULL OR valid_to > $2))
       ) AS piece`,
      [codes, this.#today],
    );
    return codes.flatMap((divisionCode) => {
      const own = pieces.filter(({ division }) => division === divisionCode);
      if (own.length === 0) return [];
      const [basic, exclusive] = [GridKind.BASIC, GridKind.EXCLUSIVE].map((kind) =>
        own.filter((piece) => piece.kind === kind).map(({ boundary }) => polygonColumn.from(boundary)),
      );
      return {
        divisionCode,
        rings: outlineOf([...(basic ?? []), ...besides(exclusive ?? [], basic ?? [])]),
        synthetic: own.some(({ synthetic }) => synthetic),
      };
    });
  }
}
