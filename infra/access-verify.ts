import { parseArgs } from "node:util";
import type { ChainPoint } from "../subgraphs/stewardship/access-record/access-chain.ts";
import { exportTo, fromDatabase, fromFile, judge } from "./access-chains.ts";
import { runUntilStopped } from "./main.ts";
import { localDatabaseUrl } from "./postgres/local-database.ts";
import { readSettings } from "./settings.ts";
import { StartupError } from "./startup-error.ts";

const usage = `Verifies the access records of an owner: that none was changed, taken out, put in or moved.
核验某数据责任单位的访问记录：有无更改、删除、插入或调换。

  npm run access:verify -- --owner civil-affairs
  npm run access:verify -- --owner civil-affairs --database postgres://…
  npm run access:verify -- --owner civil-affairs --file export.jsonl

  --owner <subgraph>  whose records  数据所属子图
  --database <url>    the stewardship database; by default DATABASE_URL_STEWARDSHIP, or that of the local stack, while it
                      runs  数据管理库
  --data <folder>     that of the local stack which keeps its data there; by default DATA_DIRECTORY, or .data
                      本机数据目录
  --file <path>       an export to verify without any database; with --database or --data it is written first, then
                      verified  离线核验导出文件；与 --database 或 --data 同用时先导出再核验
  --head <head>       a head printed before and kept elsewhere, 430105:1200:6f1c…; once for each district
                      此前打印并另行保存的链头，可按区县多次给出
  --help              this text

Exit code 1 with the first place that does not hold, in each district's chain.
`;

await runUntilStopped(async () => {
  const options = readOptions();
  if (options.help) process.stdout.write(usage);
  else await verify(await located(options));
});

async function verify({ owner, database, file, noted }: Located): Promise<void> {
  if (file !== undefined && database !== undefined) await exportTo(file, owner, database);
  const told = file === undefined ? fromDatabase(database ?? "", owner) : fromFile(file, owner);
  const judged = await judge(told, noted);
  for (const { districtCode, start, end, findings } of judged) {
    const name = `${owner} ${districtCode}`;
    const [finding] = findings;
    if (finding) {
      process.exitCode = 1;
      const { sequence, code, en, zh } = finding;
      process.stdout.write(
        `${name}: BROKEN at ${sequence} (${code}): ${en}. 链条断于第 ${sequence} 条：${zh}。\n`,
      );
    } else {
      const count = end.sequence - start.sequence;
      const head = `${districtCode}:${end.sequence}:${end.hash}`;
      process.stdout.write(`${name}: ${count} records hold, head ${head}. 核验通过，共 ${count} 条。\n`);
    }
  }
  if (judged.length === 0) {
    throw new StartupError(`There are no access records of ${owner}. 没有 ${owner} 的访问记录。`);
  }
}

interface Located {
  readonly owner: string;
  /** Where the records are; absent where they are to be verified from the file alone. */
  readonly database: string | undefined;
  readonly file: string | undefined;
  readonly noted: ReadonlyMap<string, ChainPoint>;
}

interface Options extends Located {
  /** Where a local stack keeps its data, if that was said. */
  readonly data: string | undefined;
  readonly help: boolean;
}

/** Says which database, where only a local stack was meant, or nothing at all was said. */
async function located({ data, ...options }: Options): Promise<Located> {
  const { owner, database, file } = options;
  const isTold = database !== undefined || (file !== undefined && data === undefined);
  const there = isTold ? database : await databaseIn(data);
  if (owner !== "" && (isTold || there !== undefined)) return { ...options, database: there };
  throw new StartupError(
    "Say whose records with --owner, and where they are with --database or --file. 请用 --owner 指明数据所属子图，用 --database 或 --file 指明记录所在。",
  );
}

async function databaseIn(folder: string | undefined): Promise<string | undefined> {
  const given = process.env.DATABASE_URL_STEWARDSHIP;
  if (given && folder === undefined) return given;
  const { DATA_DIRECTORY, POSTGRES_PORT } = readSettings(process.env, []);
  return localDatabaseUrl(folder ?? DATA_DIRECTORY, POSTGRES_PORT, "stewardship");
}

function readOptions(): Options {
  const text = { type: "string" } as const;
  const {
    owner = "",
    file,
    help,
    head,
    ...given
  } = parsed({
    owner: text,
    database: text,
    data: text,
    file: text,
    head: { type: "string", multiple: true, default: [] },
    help: { type: "boolean", default: false },
  });
  const { database, data } = given;
  return { owner, database, data, file, noted: new Map(head.map(readHead)), help };
}

/** As it was printed: district, place and seal. */
function readHead(text: string): [string, ChainPoint] {
  const [, district = "", sequence, hash = ""] = /^(\d{6}):(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (district) return [district, { sequence: Number(sequence), hash }];
  throw new StartupError(
    `--head ${text} is no head: write it as it was printed. 链头格式有误，请按打印的内容填写。`,
  );
}

function parsed<Known extends NonNullable<Parameters<typeof parseArgs>[0]>["options"]>(options: Known) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new StartupError(`${(error as Error).message} See npm run access:verify -- --help.`, {
      cause: error,
    });
  }
}
