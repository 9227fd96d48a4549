import { Entity, PrimaryColumn } from "typeorm";

/** Which grids came out of which by a split or a merge (ZY-1: history is kept). */
@Entity()
export class GridSuccession {
  @PrimaryColumn({ type: "text" })
  predecessorCode: string;

  @PrimaryColumn({ type: "text" })
  successorCode: string;
}
