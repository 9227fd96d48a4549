import { parseArgs } from "node:util";
import { buildingsIn } from "../dataset/world/buildings.ts";
import { enterprisesIn } from "../dataset/world/enterprises.ts";
import { frameOf } from "../dataset/world/frame.ts";
import { type ScaleName, scaleNames } from "../dataset/world/scale.ts";
import { runUntilStopped } from "../main.ts";
import { StartupError } from "../startup-error.ts";
import { startBusinessRegister } from "./business-register/business-register-server.ts";
import { licenceRecords, registerRecord } from "./business-register/register-records.ts";

const usage = `Starts the sample of a department's old system: the register of market entities (市场主体登记系统).

  node --import tsx infra/legacy/start-business-register.ts --port 4600

  --host <address>   address to listen on; by default HOST, else 127.0.0.1
  --port <number>    port there; by default BUSINESS_REGISTER_PORT, else 4600; 0 for any free one
  --socket <path>    a Unix socket instead
  --key <text>       what callers must send in X-Jkmy; by default BUSINESS_REGISTER_KEY, else sample
  --scale <name>     of the dataset whose enterprises it holds; by default DATASET_SCALE, else demo
  --seed <number>    of that dataset; by default DATASET_SEED, else 20261101
  --help             this text
`;

const text = { type: "string" } as const;

/** Of a world only the enterprises are made, which are the same whenever it stands. */
const anyDay = "2026-11-01";

await runUntilStopped(async (opened) => {
  const options = readOptions();
  if (options.help) {
    process.stdout.write(usage);
    return;
  }
  const { env } = process;
  const scale = readScale(options.scale ?? env.DATASET_SCALE);
  const frame = frameOf(options.seed ?? env.DATASET_SEED ?? "20261101", scale, anyDay);
  const entered = frame.grids.flatMap(enterprisesIn(frame, buildingsIn(frame)));
  const register = await startBusinessRegister({
    businesses: entered.map(registerRecord),
    licences: entered.flatMap(licenceRecords),
    key: options.key ?? (env.BUSINESS_REGISTER_KEY || "sample"),
    host: options.host ?? (env.HOST || "127.0.0.1"),
    listen: options.socket ?? readPort(options.port ?? env.BUSINESS_REGISTER_PORT ?? "4600"),
  });
  opened.push(() => register.close());
  process.stdout.write(
    `The business register (sample) holds ${entered.length} businesses: ${register.url}\n`,
  );
});

function readOptions() {
  try {
    const options = { host: text, port: text, socket: text, key: text, scale: text, seed: text } as const;
    return parseArgs({ options: { ...options, help: { type: "boolean", default: false } } }).values;
  } catch (error) {
    throw new StartupError(`${(error as Error).message} See --help.`, { cause: error });
  }
}

function readPort(given: string): number {
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new StartupError(`${given} is no port: give a number from 0 to 65535.`);
}

/** A stack without a dataset has a register of the demo's enterprises all the same. */
function readScale(given = "demo"): ScaleName {
  const scale = scaleNames.find((name) => name === (given === "none" ? "demo" : given));
  if (scale) return scale;
  throw new StartupError(`There is no scale ${given}: say one of ${scaleNames.join(", ")}.`);
}
