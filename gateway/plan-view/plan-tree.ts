import type { ConditionView, FetchView, PlanNodeView, PlanView, Span } from "./plan-view.ts";

/** A plan's view as lines for reading: what was asked of whom in which order, and what came of it. */
export function planTree({ milliseconds, planning, plan }: Omit<PlanView, "tree">): string {
  const planned = planning.known ? "planned before" : `planned in ${duration(planning.milliseconds)}`;
  const lines = plan ? linesOf(plan) : ["nothing to fetch"];
  return [`${duration(milliseconds)} in all, ${planned}`, ...lines].join("\n");
}

function linesOf(node: PlanNodeView): string[] {
  switch (node.kind) {
    case "Fetch":
      return [fetchLine(node)];
    case "Condition":
      return [conditionLine(node), ...branches(clausesOf(node))];
    default:
      return [node.kind + timing(node), ...branches(node.nodes.map(linesOf))];
  }
}

function branches(children: readonly (readonly string[])[]): string[] {
  return children.flatMap((lines, index) => {
    const isLast = index === children.length - 1;
    const [first, rest] = isLast ? ["└─ ", "   "] : ["├─ ", "│  "];
    return lines.map((line, number) => (number === 0 ? first : rest) + line);
  });
}

function clausesOf({ if: then, else: otherwise }: ConditionView): string[][] {
  if (!otherwise) return then ? [linesOf(then)] : [];
  return [...(then ? [linesOf(then)] : []), ["else", ...branches([linesOf(otherwise)])]];
}

function conditionLine({ variable, held }: ConditionView): string {
  if (held === null) return `If $${variable}`;
  return `If $${variable}: ${held ? "yes" : "no"}`;
}

function fetchLine(fetch: FetchView): string {
  const where = fetch.path.length > 0 ? ` at ${fetch.path.join(".")}` : "";
  const joined = fetch.joined ? "joined" : "";
  const together = fetch.together ? `one of ${fetch.together} in a request` : "";
  const facts = [countsOf(fetch), together, sizeOf(fetch), stateWords[fetch.state], joined].filter(Boolean);
  return `Fetch ${fetch.subgraph}${where}${timing(fetch)}${facts.length > 0 ? ` (${facts.join(", ")})` : ""}`;
}

const stateWords = {
  ANSWERED: "",
  FAILED: "FAILED",
  NOTHING_TO_ASK: "nothing to ask",
  EXCLUDED: "excluded",
} as const satisfies Record<FetchView["state"], string>;

function countsOf({ entities, objects }: FetchView): string {
  if (entities === undefined) return "";
  const asked = `${entities} ${entities === 1 ? "entity" : "entities"}`;
  return objects === undefined || objects === entities ? asked : `${asked} for ${objects} objects`;
}

const sizeOf = ({ bytes }: FetchView): string =>
  bytes === undefined ? "" : `${(bytes / 1000).toFixed(1)} kB`;

function timing({ startedAt, milliseconds }: Partial<Span>): string {
  if (startedAt === undefined || milliseconds === undefined) return "";
  return `: ${duration(milliseconds)} from ${duration(startedAt)}`;
}

const duration = (milliseconds: number): string => `${milliseconds.toFixed(milliseconds < 10 ? 2 : 1)} ms`;
