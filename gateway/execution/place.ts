/** A position in the client's answer. Kept as a chain because most positions are never spelled out. */
export interface Place {
  readonly above: Place | undefined;
  readonly key: string | number;
}

/** A path as GraphQL errors carry it: response names and list positions. */
export type ResponsePath = readonly (string | number)[];

export function pathOf(place: Place | undefined): ResponsePath {
  const path: (string | number)[] = [];
  for (let each = place; each; each = each.above) path.push(each.key);
  return path.reverse();
}
