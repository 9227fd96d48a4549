/** Subgraphs that a dataset fills, in this order; a department that joins begins with none. */
export const filledSubgraphs = [
  "grids",
  "departments",
  "tickets",
  "evaluation",
  "city-management",
  "civil-affairs",
  "public-security",
  "market-supervision",
  "stewardship",
] as const;

export type FilledSubgraph = (typeof filledSubgraphs)[number];
