import { parseArgs } from "node:util";

/** A workload lives in the folder of its name; its `bench.ts` exports `bench` and `usage`. */
const workloads = {
  gateway: "our gateway and its peers before the same subgraphs, alone on one core",
  case: "a case look-up through the whole stack against the same SQL by hand",
  "look-up": "a case across all nine departments, in each of the five ways, within its limit",
  subgraph: "one subgraph's entities and lists against a plain map and stringify",
  text: "a new demand judged, and tickets searched, among a million of them",
  console: "how soon each room of the console can be used, and how a long list scrolls",
  subscriptions: "many open subscriptions, every event delivered to each",
} as const;

interface Workload {
  readonly usage: string;
  bench(options: readonly string[]): Promise<void>;
}

const help = `Measures Whistlegraph.

  npm run bench -- <workload> [options]
  npm run bench -- <workload> --help

${Object.entries(workloads)
  .map(([name, meaning]) => `  ${name.padEnd(14)} ${meaning}\n`)
  .join("")}
Results are tables on standard output; with --write they are kept in docs/performance.
`;

const [name = "--help", ...options] = process.argv.slice(2);
if (Object.hasOwn(workloads, name)) {
  const { bench, usage } = (await import(`./${name}/bench.ts`)) as Workload;
  const { values } = parseArgs({ args: options, options: { help: { type: "boolean" } }, strict: false });
  if (values.help) process.stdout.write(usage);
  else await bench(options);
} else {
  const asked = name === "--help" || name === "-h";
  (asked ? process.stdout : process.stderr).write(help);
  if (!asked) process.exitCode = 1;
}
