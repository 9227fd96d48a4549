import type { Refusal } from "../../../graph/refusal.ts";

/**
 * How it stands with one thing a department may hold of a case: shown, none as far as its owner shows, withheld by its
 * owner, or not to be had because a system is down. The four are never told alike.
 */
export type PartState = "SHOWN" | "NONE" | "WITHHELD" | "DOWN";

export interface Part<Row> {
  readonly state: PartState;
  readonly rows: readonly Row[];
  /** Why nothing is shown, where that is withheld or down. */
  readonly refusal: Refusal | undefined;
  /** What is missing of what is shown. */
  readonly lacks: readonly Refusal[];
}

type Path = readonly (string | number)[];

const startsWith = (path: Path, start: Path): boolean =>
  start.length <= path.length && start.every((step, index) => step === path[index]);

/** What is at a path of an answer: rows, nothing, or the reason why it cannot be told. */
export function partAt<Row>(
  path: Path,
  rows: readonly (Row | null)[] | null | undefined,
  refusals: readonly Refusal[],
): Part<Row> {
  const given = (rows ?? []).filter((row): row is Row => row !== null);
  const within = refusals.filter(
    (refusal) => refusal.path.length > path.length && startsWith(refusal.path, path),
  );
  // A list whose every row is missing shows nothing; a list without rows and without reasons is empty.
  const refusal =
    rows == null ? whyMissing(path, rows, refusals) : given.length === 0 ? within[0] : undefined;
  if (refusal)
    return { state: refusal.fault === "SYSTEM" ? "DOWN" : "WITHHELD", rows: [], refusal, lacks: [] };
  if (given.length === 0) return { state: "NONE", rows: [], refusal: undefined, lacks: [] };
  return { state: "SHOWN", rows: given, refusal: undefined, lacks: within };
}

/**
 * Why there is nothing at a path: for something there or above; or for something below that had to be there, which took
 * what is around it along. Where even what is around the path is missing, anything within that is the reason.
 */
function whyMissing(path: Path, rows: null | undefined, refusals: readonly Refusal[]): Refusal | undefined {
  const above = refusals.find((refusal) => startsWith(path, refusal.path));
  if (above) return above;
  const arounds = rows === null ? [path] : path.map((_, index) => path.slice(0, path.length - index));
  for (const around of arounds) {
    const below = refusals.find((refusal) => startsWith(refusal.path, around));
    if (below) return below;
  }
  return undefined;
}

/** The rows of a connection's page, or its null. */
export const rowsOf = <Row>(
  connection: { readonly edges: readonly { readonly node: Row }[] } | null | undefined,
): readonly Row[] | null | undefined =>
  connection == null ? connection : connection.edges.map(({ node }) => node);
