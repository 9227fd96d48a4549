import { parseArgs } from "node:util";
import { prettyFormatQueryPlan } from "@apollo/query-planner";
import { defectsOf, isAskedOfMore } from "./defects.ts";
import { generateOperation } from "./operation.ts";
import { Random } from "./random.ts";
import { shrink } from "./shrink.ts";
import { type Court, openCourt, type Trial } from "./trial.ts";

/**
 * Puts generated operations to our gateway, to one schema holding all types and to Apollo's gateway, and says where
 * they differ: `node --import tsx test/composition/generated/run.ts --operations 10000 --seed 1`.
 * A difference is shown with its seed: `--operations 1 --seed <it>` does that one again.
 */
const { values } = parseArgs({
  options: {
    operations: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    show: { type: "string", default: "5" },
  },
});
const [operations, first, show] = [values.operations, values.seed, values.show].map(Number) as [
  number,
  number,
  number,
];
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const court = await openCourt();
const ours: number[] = [];
const askedOfMore: number[] = [];
const unexplained: number[] = [];
const stock = new Map<string, number>();
let refused = 0;
let withErrors = 0;

for (let seed = first; seed < first + operations; seed++) {
  const trial = await court.try(generateOperation(court.schema, new Random(seed)), seed % 8);
  if (trial.monolith.errors.length > 0) withErrors += 1;
  if (trial.refused) refused += 1;
  if (trial.oursDiffers && isAskedOfMore(trial)) {
    askedOfMore.push(seed);
  } else if (trial.oursDiffers) {
    ours.push(seed);
    if (ours.length <= show) await report(court, trial, seed);
  }
  if (trial.stockDiffers) {
    const names = defectsOf(trial, await court.planOf(trial.operation));
    if (names.length === 0) unexplained.push(seed);
    for (const name of names.slice(0, 1)) stock.set(name, (stock.get(name) ?? 0) + 1);
  }
  const done = seed - first + 1;
  if (done % 500 === 0) say(`${done} operations, ${ours.length} of our answers differ`);
}
await court.close();

say(
  `${operations} operations from seed ${first}; ${withErrors} of them with errors to tell; ${refused} beyond our limits`,
);
say(
  `${ours.length} of our answers differ from those of one schema${ours.length > 0 ? `: ${ours.join(", ")}` : ""}`,
);
if (askedOfMore.length > 0)
  say(
    `${askedOfMore.length} more lack what the planner lost, and say so (asked-of-more): ${askedOfMore.join(", ")}`,
  );
say("Apollo's gateway differs by a defect of its own:");
for (const [name, times] of [...stock].sort(([, a], [, b]) => b - a))
  say(`  ${String(times).padStart(5)}  ${name}`);
say(
  `  ${String(unexplained.length).padStart(5)}  not explained${unexplained.length > 0 ? `: ${unexplained.join(", ")}` : ""}`,
);
process.exit(ours.length + unexplained.length > 0 ? 1 : 0);

async function report(
  { schema, ...court }: Court,
  { operation, oursDiffers }: Trial,
  seed: number,
): Promise<void> {
  const smallest = await shrink(operation, schema, async (candidate) => {
    const { oursDiffers: still } = await court.try(candidate, seed % 8);
    return still !== undefined && kindOf(still) === kindOf(oursDiffers);
  });
  const trial = await court.try(smallest, seed % 8);
  const plan = await court.planOf(smallest);
  say(
    `\nseed ${seed}: ${trial.oursDiffers}\n${smallest.query}\nvariables ${JSON.stringify(smallest.variables)}`,
  );
  say(plan ? prettyFormatQueryPlan(plan) : "(cannot be planned)");
  for (const name of ["ours", "monolith", "stock"] as const) say(`${name}: ${JSON.stringify(trial[name])}`);
}

function kindOf(difference: string | undefined): string {
  return difference?.split(/:| at /)[0] ?? "";
}
