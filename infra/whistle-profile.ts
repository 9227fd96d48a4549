import "reflect-metadata";
import { parseArgs } from "node:util";
import { openDatabase } from "../subgraphs/shared/database.ts";
import type { WhistleRules } from "../subgraphs/tickets/whistle/profile/whistle-profile.schema.ts";
import { WhistleProfileStore } from "../subgraphs/tickets/whistle/profile/whistle-profile.store.ts";
import { WhistleProfile } from "../subgraphs/tickets/whistle/profile/whistle-profile.ts";
import { runUntilStopped } from "./main.ts";
import { proveOpen } from "./postgres/connect.ts";
import { localDatabaseUrl } from "./postgres/local-database.ts";
import { type ProfileFile, readProfiles, versionTaken } from "./profile-files.ts";
import { readSettings } from "./settings.ts";
import { StartupError } from "./startup-error.ts";

const usage = `Checks and loads whistle profiles: how whistles are blown, answered and judged in a district. 检查并载入区县吹哨规则。

  npm run profile -- check shunyi.json
  npm run profile -- load shunyi.json
  npm run profile -- load shunyi.json --database postgres://…

  check <files>     says what is wrong and in which line; nothing is loaded 逐行指出问题，不载入
  load <files>      checks all of them, then loads them; in force from their first day, without a restart
                    全部检查通过后载入，自生效日期起施行，无需重启
  --database <url>  the tickets database; by default DATABASE_URL_TICKETS, or that of the local stack, while it runs
                    工单数据库
  --data <folder>   that of the local stack which keeps its data there; by default DATA_DIRECTORY, or .data
                    本机数据目录
  --help            this text

Exit code 1 with a line for each finding: file:line:column CODE English (Chinese).
`;

await runUntilStopped(async (opened) => {
  const { help, command, files, ...given } = readOptions();
  if (help) return void process.stdout.write(usage);
  const { profiles, findings } = await readProfiles(files);
  for (const { file, rules } of profiles) process.stdout.write(`${file}: ${told(rules)}\n`);
  for (const finding of findings) refuse(finding);
  if (command === "check" || findings.length > 0) return;

  const url = await databaseUrl(given);
  await proveOpen(url);
  const database = await openDatabase({ url, entities: [WhistleProfile], migrations: [] });
  opened.push(() => database.destroy());
  const [{ there }] = await database.query("SELECT to_regclass('whistle_profile') IS NOT NULL AS there");
  if (!there) {
    throw new StartupError(
      "That database holds no tickets yet: start Whistlegraph once. 该数据库尚未初始化，请先启动一次系统。",
    );
  }
  const store = new WhistleProfileStore(database);
  for (const profile of profiles) await load(store, profile);
  await opened.close();
});

function told({ district, version, validFrom, kinds }: WhistleRules): string {
  const codes = kinds.map(({ code }) => code).join(", ");
  const names = kinds.map(({ nameZh }) => nameZh).join("、");
  const en = `district ${district}, version ${version} from ${validFrom}, whistles ${codes}: no holes`;
  return `${en}. ${district} 第 ${version} 版自 ${validFrom} 起施行，${names}：检查通过。`;
}

async function load(store: WhistleProfileStore, profile: ProfileFile): Promise<void> {
  const { file, rules } = profile;
  switch (await store.load(rules)) {
    case "LOADED":
      process.stdout.write(`${file}: loaded. 已载入。\n`);
      return;
    case "KNOWN":
      process.stdout.write(`${file}: was loaded before; nothing changed. 此前已载入，未作更改。\n`);
      return;
    case "DIFFERENT":
      refuse(versionTaken(profile));
  }
}

function refuse(finding: string): void {
  process.exitCode = 1;
  process.stdout.write(`${finding}\n`);
}

interface Given {
  readonly database: string | undefined;
  readonly data: string | undefined;
}

async function databaseUrl({ database, data }: Given): Promise<string> {
  const given = database ?? (data === undefined ? process.env.DATABASE_URL_TICKETS : undefined);
  if (given) return given;
  const { DATA_DIRECTORY, POSTGRES_PORT } = readSettings(process.env, []);
  const local = await localDatabaseUrl(data ?? DATA_DIRECTORY, POSTGRES_PORT, "tickets");
  if (local) return local;
  throw new StartupError(
    "Say which tickets database with --database, or start the local stack. 请用 --database 指明工单数据库，或先启动本机系统。",
  );
}

function readOptions() {
  const text = { type: "string" } as const;
  const options = { database: text, data: text, help: { type: "boolean", default: false } } as const;
  const { values, positionals } = parsed(options);
  const [command = "", ...files] = positionals;
  const { database, data, help } = values;
  if (!help && (!["check", "load"].includes(command) || files.length === 0)) {
    throw new StartupError(
      "Say check or load, and which files. See npm run profile -- --help. 请指明 check 或 load 及文件。",
    );
  }
  return { help, command, files, database, data };
}

function parsed<Known extends NonNullable<Parameters<typeof parseArgs>[0]>["options"]>(options: Known) {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new StartupError(`${(error as Error).message} See npm run profile -- --help.`, { cause: error });
  }
}
