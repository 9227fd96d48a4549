import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { variableOf } from "../../../infra/settings.ts";
import { subgraphs } from "../../../schema/subgraphs.ts";
import { freePort } from "../../testkit/free-port.ts";
import type { LoadRequest } from "../closed-loop.ts";
import { type Command, type PinnedProcess, startPinned } from "../pinned-process.ts";
import { untilServing } from "../until-serving.ts";
import { ask, caseLookup, caseNumbers, identity } from "./case-lookup.ts";

/** One way to look a case up. */
export interface CaseCandidate {
  readonly id: "in-process" | "unrecorded" | "processes" | "by-hand";
  readonly name: string;
  readonly port: number;
  readonly command: Command;
}

/** One that runs. */
export interface CaseContender extends CaseCandidate {
  readonly process: PinnedProcess;
}

/**
 * The stack as `npm start` starts it, with and without a process for each subgraph; the same without access records; and
 * the handler.
 */
export async function caseCandidates(
  databaseUrls: ReadonlyMap<string, string>,
  sourceUrls: ReadonlyMap<string, string>,
  directory: string,
): Promise<readonly CaseCandidate[]> {
  const environment = {
    DATA_DIRECTORY: directory,
    DATASET_SCALE: "none",
    LOG_LEVEL: "error",
    RATE_LIMIT_POINTS: "1000000000", // a hundred clients' load is sent in one name
    JWT_ISSUER: identity.issuer,
    JWT_AUDIENCE: identity.audience,
    ...Object.fromEntries([...databaseUrls].map(([name, url]) => [variableOf("DATABASE_URL", name), url])),
    ...Object.fromEntries([...sourceUrls].map(([name, url]) => [variableOf("SOURCE_URL", name), url])),
  };
  const node = (options: readonly string[], settings: Record<string, string> = {}): Command => ({
    program: process.execPath,
    options: ["--max-semi-space-size=64", "--import", "tsx", ...options], // as `npm start` does, for all of them
    environment: settings,
  });
  const stack = join(import.meta.dirname, "../../../infra/start.ts");
  const [inProcess, unrecorded] = [await freePort(), await freePort()];
  const [processes, byHand] = [await freePort(), await freePort()];
  const subgraphUrls = await Promise.all(
    subgraphs.map(
      async ({ name }) => [variableOf("SUBGRAPH_URL", name), `http://127.0.0.1:${await freePort()}`] as const,
    ),
  );
  const named = [...databaseUrls].map(([name, url]) => `${name}=${url}`);
  return [
    {
      id: "in-process",
      name: "the stack in one process",
      port: inProcess,
      command: node([stack], { ...environment, PORT: String(inProcess) }),
    },
    {
      id: "unrecorded",
      name: "the same without access records",
      port: unrecorded,
      command: node([join(import.meta.dirname, "start-unrecorded.ts")], {
        ...environment,
        PORT: String(unrecorded),
      }),
    },
    {
      id: "processes",
      name: "the stack, a process per subgraph",
      port: processes,
      command: node([stack, "--processes"], {
        ...environment,
        PORT: String(processes),
        ...Object.fromEntries(subgraphUrls),
      }),
    },
    {
      id: "by-hand",
      name: "by hand",
      port: byHand,
      command: node([join(import.meta.dirname, "start-by-hand.ts"), String(byHand), directory, ...named]),
    },
  ];
}

/** Service, PostgreSQL and clients share these. */
export const cores = "0,1";

export async function start(candidate: CaseCandidate, directory: string): Promise<CaseContender> {
  const logFile = join(directory, `${candidate.id}.log`);
  const process = startPinned(candidate.command, { cores, logFile });
  try {
    await untilServing(candidate.port, () => process.child.exitCode !== null);
    return { ...candidate, process };
  } catch (error) {
    const words = process.lastWords();
    await process.stop();
    throw new Error(`${candidate.name}: ${(error as Error).message}\n${words}`, { cause: error });
  }
}

/** Every contender answers every case, and the same; what each is to be asked while it is measured. */
export async function checkedRequests(
  contenders: readonly CaseContender[],
  token: string,
): Promise<ReadonlyMap<CaseContender, readonly LoadRequest[]>> {
  const numbers = await caseNumbers(`http://127.0.0.1:${contenders[0]?.port}`, token);
  const expected = new Map<string, unknown>();
  const checked = new Map<CaseContender, LoadRequest[]>();
  for (const contender of contenders) {
    const requests: LoadRequest[] = [];
    for (const number of numbers) {
      const variables = { number };
      const url = `http://127.0.0.1:${contender.port}`;
      const { data, errors, text } = await ask(url, token, caseLookup, variables);
      if (errors) throw new Error(`${contender.name}, ${number}: ${JSON.stringify(errors)}`);
      const known = expected.get(number) ?? data;
      expected.set(number, known);
      if (!isDeepStrictEqual(data, known)) {
        throw new Error(`${contender.name} answers ${number} otherwise:\n${text}\n${JSON.stringify(known)}`);
      }
      const body = JSON.stringify({ query: caseLookup, variables });
      requests.push({ body, answerBytes: Buffer.byteLength(text) });
    }
    checked.set(contender, requests);
    contender.process.pause();
  }
  return checked;
}
