import { ask } from "../../shared/asking.ts";
import type { Day } from "../../shared/calendar.ts";
import { refuse } from "../../shared/errors.ts";
import type { GraphClient } from "../../shared/graph-client.ts";
import type { Call, CalledUnit, Person, Verdict } from "./call.ts";

export interface CallQuestion {
  readonly calls: readonly Call[];
  readonly division: string;
  readonly matter: string | null;
  readonly grid: string | null;
  readonly on: Day;
}

/** What the graph says about a call: the units, and whether the grid there is one. */
export interface CallAnswer {
  readonly called: readonly CalledUnit[];
  readonly gridExists: boolean;
}

/** No matter takes more: whoever names more has not asked for anything yet. */
const maximumCalls = 50;

/** Everything to be known before units are called, asked of the departments and the grids in one operation. */
export async function askCall(graph: GraphClient, question: CallQuestion): Promise<CallAnswer> {
  if (question.calls.length > maximumCalls) {
    throw refuse("BAD_INPUT", {
      field: "participants",
      problem: `call ${maximumCalls} units at most`,
      problemZh: `一次最多呼叫 ${maximumCalls} 个单位`,
    });
  }
  const { operation, variables } = operationFor(question);
  const answer = await ask<Record<string, unknown>>(graph, "departments", operation, variables);
  const units = answer.units as { code: string; kind: string; chiefResponder: Person | null }[];
  const called = question.calls.map((call, index) => {
    const unit = units.find(({ code }) => code === call.unit);
    const [responder = null] = (answer[`responders${index}`] ?? []) as Person[];
    const verdict = (answer[`verdict${index}`] ?? null) as Verdict | null;
    return { ...call, kind: unit?.kind ?? null, chief: unit?.chiefResponder ?? null, responder, verdict };
  });
  return { called, gridExists: question.grid === null || Boolean(answer.grid) };
}

/** Fields are asked per unit under aliases, each with variables of its own: nothing of the caller's gets into the text. */
function operationFor({ calls, division, matter, grid, on }: CallQuestion) {
  const declared = ["$codes: [String!]!"];
  const asked = ["units(codes: $codes) { code kind chiefResponder { personId name } }"];
  const variables: Record<string, unknown> = { codes: [...new Set(calls.map(({ unit }) => unit))] };
  const declare = (name: string, type: string, value: unknown) => {
    if (name in variables) return;
    declared.push(`$${name}: ${type}`);
    variables[name] = value;
  };
  if (grid) {
    declare("grid", "GridCode!", grid);
    asked.push("grid(code: $grid) { code }");
  }
  calls.forEach(({ unit, item }, index) => {
    // Responders are designated per community (KF-11): a wider place has none of its own.
    if (division.length === 12) {
      declare(`unit${index}`, "String!", unit);
      declare("division", "DivisionCode!", division);
      declare("on", "LocalDate!", on);
      asked.push(
        `responders${index}: responders(unit: $unit${index}, division: $division, on: $on) { personId name }`,
      );
    }
    if (item && matter) {
      declare(`unit${index}`, "String!", unit);
      declare(`item${index}`, "PowerItemCode!", item);
      declare("matter", "String!", matter);
      declare("on", "LocalDate!", on);
      asked.push(`verdict${index}: dispatchVerdict(unit: $unit${index}, item: $item${index}, matter: $matter, on: $on) {
        allowed code reason reasonZh rule listId listVersion
      }`);
    }
  });
  return { operation: `query CallOfWhistle(${declared.join(", ")}) {\n${asked.join("\n")}\n}`, variables };
}
