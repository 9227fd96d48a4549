import type { Grid } from "../../../subgraphs/grids/grid/grid.ts";

/** What an exclusive grid is for (专属网格, ZY-2): 商圈市场, 学校, 医院, 园区. */
export type InstitutionType = `${NonNullable<Grid["institutionType"]>}`;
