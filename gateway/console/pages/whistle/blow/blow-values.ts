import { type Said, texts } from "../../../language/language.tsx";
import type { KindRulesFragment } from "../kind-rules.graphql.ts";
import type { BlowWhistleInput, CoordinationMode } from "./blow.graphql.ts";

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

/** A unit somebody means to call, and by which item it is competent; without one, it answers by contract or is not cited. */
export interface Call {
  readonly unit: Unit;
  readonly item: { readonly code: string; readonly name: string } | null;
}

/** A whistle as far as it is filled in. */
export interface BlowValues {
  readonly kind: string;
  readonly source: string;
  readonly theme: string;
  readonly coordination: string;
  readonly demand: string;
  readonly assembly: readonly string[];
  readonly lead: Call | null;
  readonly assisting: readonly Call[];
}

export const nothingFilledIn: BlowValues = {
  kind: "",
  source: "",
  theme: "",
  coordination: "",
  demand: "",
  assembly: [],
  lead: null,
  assisting: [],
};

/** What the departments say of a unit called by an item. */
export interface Verdict {
  readonly allowed: boolean;
  readonly reason: string;
  readonly reasonZh: string;
  readonly rule: string;
  readonly listId: string | null;
  readonly listVersion: number | null;
}

/** By what a verdict is found again. */
export const verdictKey = ({ unit, item }: Call): string => `${unit.code} ${item?.code ?? ""}`;

/** A company has no powers: it answers by contract. */
export const actsByContract = ({ unit, item }: Call): boolean => unit.kind === "COMPANY" && !item;

/** No more characters are taken by the graph for what is asked. */
export const MOST_CHARACTERS = 4_000;

const said = texts(
  {
    source: "Say where the need came from.",
    theme: "Choose a theme.",
    lead: "Choose the one unit that leads.",
    assisting: (min: number, max: number, given: number) =>
      `Choose ${min} to ${max} assisting units; ${given} are chosen.`,
    twice: (unit: string) => `${unit} is called twice.`,
    uncited: (unit: string) => `Say by which power item ${unit} is competent.`,
    offList: (unit: string) => `${unit} cannot be called by this item.`,
    demand: "Say what is asked of the called units, and why.",
    tooLong: (given: number) => `At most ${MOST_CHARACTERS} characters; ${given} are written.`,
  },
  {
    source: "请选择哨源。",
    theme: "请选择主题。",
    lead: "请选择一个牵头单位。",
    assisting: (min: number, max: number, given: number) =>
      `协办单位应为 ${min} 至 ${max} 个，已选 ${given} 个。`,
    twice: (unit: string) => `${unit}重复。`,
    uncited: (unit: string) => `请选择${unit}所依据的职权事项。`,
    offList: (unit: string) => `不能依据该事项呼叫${unit}。`,
    demand: "请填写要求各单位做什么、为什么。",
    tooLong: (given: number) => `最多 ${MOST_CHARACTERS} 字，已写 ${given} 字。`,
  },
);

export type Field = "source" | "theme" | "lead" | "assisting" | "demand";
export type Problems = Readonly<Partial<Record<Field, Said<string>>>>;

const inBoth = (say: (text: (typeof said)["en"]) => string): Said<string> => ({
  en: say(said.en),
  zh: say(said.zh),
});

/** What is still missing or wrong, before anything is sent: what the graph would refuse and the page can know. */
export function problemsOf(
  values: BlowValues,
  kind: KindRulesFragment,
  verdicts: ReadonlyMap<string, Verdict>,
): Problems {
  const { lead, assisting, source, theme } = values;
  const problems: { -readonly [field in Field]?: Said<string> } = {};
  if (!source) problems.source = inBoth((text) => text.source);
  if (kind.themes.length > 0 && !kind.themes.includes(theme)) problems.theme = inBoth((text) => text.theme);
  const written = values.demand.trim().length;
  if (written === 0) problems.demand = inBoth((text) => text.demand);
  else if (written > MOST_CHARACTERS) problems.demand = inBoth((text) => text.tooLong(written));

  const wrong = (call: Call): Said<string> | undefined => {
    const { name } = call.unit;
    if (kind.requiresCitation && !call.item && !actsByContract(call))
      return inBoth((text) => text.uncited(name));
    if (verdicts.get(verdictKey(call))?.allowed === false) return inBoth((text) => text.offList(name));
    return undefined;
  };
  const leadProblem = lead ? wrong(lead) : inBoth((text) => text.lead);
  if (leadProblem) problems.lead = leadProblem;

  const { min, max } = kind.assisting;
  const codes = [lead, ...assisting].flatMap((call) => call?.unit.code ?? []);
  const twice = assisting.find(({ unit }) => codes.filter((code) => code === unit.code).length > 1);
  const assistingProblem =
    assisting.length < min || assisting.length > max
      ? inBoth((text) => text.assisting(min, max, assisting.length))
      : twice
        ? inBoth((text) => text.twice(twice.unit.name))
        : assisting.map(wrong).find((problem) => problem !== undefined);
  if (assistingProblem) problems.assisting = assistingProblem;
  return problems;
}

/** What is sent for what was filled in. The place is that of the ticket; without a grid that is said outright. */
export function inputOf(
  { kind, source, theme, coordination, demand, assembly, lead, assisting }: BlowValues,
  { ticket, grid, rules }: { ticket: string; grid: string | undefined; rules: KindRulesFragment },
): BlowWhistleInput {
  const called = (role: "LEAD" | "ASSISTING") => (call: Call) => ({
    unit: call.unit.code,
    role,
    ...(call.item ? { item: call.item.code } : {}),
  });
  const optional = rules.assembly.filter(({ required }) => !required).map(({ code }) => code);
  return {
    kind,
    source,
    tickets: [ticket],
    demand: demand.trim(),
    noGridYet: grid === undefined,
    ...(grid === undefined ? {} : { grid }),
    ...(rules.themes.length > 0 ? { theme } : {}),
    ...(coordination ? { coordination: coordination as CoordinationMode } : {}),
    assembly: assembly.filter((seat) => optional.includes(seat)),
    participants: [...(lead ? [called("LEAD")(lead)] : []), ...assisting.map(called("ASSISTING"))],
  };
}
