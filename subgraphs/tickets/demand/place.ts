import { ask } from "../../shared/asking.ts";
import { refuse } from "../../shared/errors.ts";
import type { GraphClient } from "../../shared/graph-client.ts";
import { checkPosition, toWgs84 } from "../../shared/position.ts";
import { districtOf, type Principal } from "../../shared/principal.ts";
import type { KnownPlace } from "../text/place-names.ts";
import { writtenIfAny } from "../written.ts";
import type { PlaceInput, ReportDemandInput } from "./report-demand.input.ts";

/** Where a demand is, as far as could be found out. Without a grid it is an error to clear (BJ-12). */
export interface Place {
  readonly divisionCode: string;
  readonly gridCode: string | null;
  readonly estateCode: string | null;
  readonly buildingCode: string | null;
  readonly placeText: string | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly knownPlaces: readonly KnownPlace[];
}

interface Coded {
  readonly code: string;
}

interface Located {
  readonly grid: Coded | null;
  readonly estate?: Coded | null;
  readonly division?: Coded | null;
}

export interface PlaceCandidate extends Located {
  readonly matchedName: string;
  readonly confidence: number;
}

/** From here on one place is meant: between namesakes it lies below. */
const surely = 0.5;

/** The estates and grids that a text names; between namesakes it names none. */
export const surelyNamed = (candidates: readonly Omit<PlaceCandidate, "division">[]): KnownPlace[] =>
  candidates.flatMap(({ estate, grid, matchedName: name, confidence }) => {
    const code = (estate ?? grid)?.code;
    return code && confidence >= surely ? [{ name, code }] : [];
  });

/** Finds the grid of a demand by asking the grid centre. What it cannot find stays empty; the demand is taken in. */
export async function findPlace(
  graph: GraphClient,
  { place: given, text: said }: Pick<ReportDemandInput, "place" | "text">,
  reporter: Principal,
): Promise<Place> {
  const estateCode = given.estateCode ? readEstateCode(given.estateCode) : null;
  const stated = given.division ?? estateCode?.slice(0, 12);
  const text = writtenIfAny("place.text", given.text, 500);
  const position = given.position && readPosition(given.position);
  const scanned = await byBuilding(graph, given);
  const located = scanned?.building ?? (await byGrid(graph, given)) ?? (await byPosition(graph, given));
  const community = located?.grid?.code.slice(0, 12) ?? located?.division?.code;
  // A grid member answers for a grid, whose code is longer than any division's.
  const within = stated ?? community ?? reporter.division.slice(0, 12);
  if (!/^\d{6}/.test(within)) {
    throw refuse("BAD_INPUT", {
      field: "place.division",
      problem: "say at least in which district it is",
      problemZh: "请至少说明所在区县",
    });
  }
  const named =
    text && !located?.estate && !estateCode
      ? await byText(graph, text, community ?? given.division ?? districtOf(within))
      : null;
  const divisionCode = community ?? named?.divisionCode ?? within;
  if (divisionCode === stated) await requireDivision(graph, stated);
  const estate = located?.estate?.code ?? estateCode ?? named?.estate?.code;
  return {
    divisionCode,
    gridCode: located?.grid?.code ?? named?.grid?.code ?? null,
    // An estate elsewhere than the grid is a slip: the more exact of the two counts.
    estateCode: estate?.startsWith(divisionCode) ? estate : null,
    // A code that is on no wall is not passed on; one that cannot be looked up just now is.
    buildingCode: scanned && !scanned.building ? null : (given.buildingCode ?? null),
    placeText: text,
    longitude: position?.longitude ?? null,
    latitude: position?.latitude ?? null,
    // Where the grid centre cannot be asked, no name is known.
    knownPlaces: surelyNamed((await orNothing(candidates(graph, said, districtOf(divisionCode)))) ?? []),
  };
}

/** Nobody's report is lost because the grid centre's system is down or knows the place by another name. */
const orNothing = <Answer>(asked: Promise<Answer>): Promise<Answer | null> => asked.catch(() => null);

/** Nothing was found but what the reporter says: it must be a division, as far as the grid centre can be asked. */
async function requireDivision(graph: GraphClient, code: string): Promise<void> {
  const answer = await orNothing(
    graph<{ division: Coded | null }>(
      "query PlaceIn($code: DivisionCode!) { division(code: $code) { code } }",
      { code },
    ),
  );
  if (answer && !answer.division) throw refuse("NOT_FOUND", { kind: "division", kindZh: "区划", id: code });
}

async function byBuilding(
  graph: GraphClient,
  { buildingCode }: PlaceInput,
): Promise<{ building: Located | null } | null> {
  if (!buildingCode) return null;
  return orNothing(
    graph<{ building: Located | null }>(
      "query PlaceOfBuilding($code: String!) { building(code: $code) { grid { code } estate { code } division { code } } }",
      { code: buildingCode },
    ),
  );
}

async function byGrid(graph: GraphClient, { gridCode }: PlaceInput): Promise<Located | null> {
  if (!gridCode) return null;
  return (await orNothing(gridExists(graph, gridCode))) ? { grid: { code: gridCode } } : null;
}

/** Whether the grid centre knows a grid of this code. */
export async function gridExists(graph: GraphClient, code: string): Promise<boolean> {
  const { grid } = await ask<{ grid: Coded | null }>(
    graph,
    "grids",
    "query PlaceOfGrid($code: GridCode!) { grid(code: $code) { code } }",
    { code },
  );
  return grid !== null;
}

/** An estate code as given: the community's 12 digits, -E and two of its own. */
export function readEstateCode(text: string): string {
  if (/^\d{12}-E\d{2}$/.test(text)) return text;
  throw refuse("BAD_INPUT", {
    field: "estateCode",
    problem: "the community's 12 digits, -E and two digits",
    problemZh: "应为社区 12 位代码加 -E 和两位数字",
  });
}

async function byPosition(graph: GraphClient, { position }: PlaceInput): Promise<Located | null> {
  if (!position) return null;
  const answer = await orNothing(
    graph<{ gridAt: Coded | null }>(
      "query PlaceAt($position: PositionInput!) { gridAt(position: $position) { code } }",
      { position },
    ),
  );
  return answer?.gridAt ? { grid: answer.gridAt } : null;
}

async function byText(graph: GraphClient, text: string, within: string) {
  const found = await orNothing(candidates(graph, text, within));
  return found && chooseCandidate(found);
}

async function candidates(
  graph: GraphClient,
  text: string,
  within: string,
): Promise<readonly PlaceCandidate[]> {
  const { resolvePlace } = await graph<{ resolvePlace: readonly PlaceCandidate[] }>(
    `query PlaceNamed($within: DivisionCode!, $text: String!) {
      resolvePlace(within: $within, text: $text) {
        division { code } estate { code } grid { code } matchedName confidence
      }
    }`,
    { within, text },
  );
  return resolvePlace;
}

/** The one candidate above all others. Between equals nobody guesses: 马坊镇 exists in several counties. */
export function chooseCandidate(candidates: readonly PlaceCandidate[]) {
  const [best, second] = [...candidates].sort((one, other) => other.confidence - one.confidence);
  if (!best || best.confidence === second?.confidence) return null;
  const { grid, estate, division } = best;
  return { grid, estate, divisionCode: (grid ?? estate ?? division)?.code.slice(0, 12) };
}

function readPosition(given: NonNullable<PlaceInput["position"]>) {
  const finding = checkPosition(given);
  if (!finding) return toWgs84(given);
  throw refuse("BAD_INPUT", {
    field: "place.position",
    problem: finding.en,
    problemZh: finding.zh,
    findingCode: finding.code,
  });
}
