import { join } from "node:path";
import { parseArgs } from "node:util";
import { carryOut } from "./carry-out.ts";
import { planSubgraph, type SubgraphPlan } from "./plan-subgraph.ts";
import { wishFrom } from "./wish.ts";

const usage = `Makes the subgraph of a department that joins the graph: its folder with a first type and its tests, and its
entry wherever subgraphs are listed. 新建部门子图。

  npm run subgraph:new -- --name parks --owner PARKS --title "the parks bureau" --title-zh 园林局 --entity Park --entity-zh 公园

  --name <name>        of folder, role, database and service: small letters and hyphens 子图名称
  --owner <OWNER>      what the owning units' codes end in: PARKS for 430105-PARKS 责任单位简码
  --title <text>       what the owner is called; by default "the parks department" 单位英文名称
  --title-zh <text>    the same in Chinese, shown in the list of owners 单位中文名称
  --entity <Name>      its first type; by default the name's singular, Park 首个类型
  --entity-zh <text>   what that is called in Chinese 类型中文名称
  --dry-run            writes nothing, and lists what would be written 仅列出将写入的文件
  --help               this text

The type is closed to other departments and has a personal field, masked on a grant; the folder subgraphs/template is what
it is made from. All of it is written, or nothing.
`;

const root = join(import.meta.dirname, "..", "..");
const text = { type: "string" } as const;
const flag = { type: "boolean", default: false } as const;

process.exitCode = await run().catch((error: Error & { code?: unknown; stderr?: string }) => {
  const isMisread = String(error.code).startsWith("ERR_PARSE_ARGS");
  process.stderr.write(
    isMisread
      ? `OPTION: ${error.message} See --help. 选项有误，请见 --help。\n`
      : `SUBGRAPH_NOT_MADE: Everything is as it was before. 未能生成，已恢复原状。\n${error.stderr || error.message}\n`,
  );
  return 1;
});

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      name: text,
      owner: text,
      title: text,
      "title-zh": text,
      entity: text,
      "entity-zh": text,
      "dry-run": flag,
      help: flag,
    },
  });
  const { "title-zh": titleZh, "entity-zh": entityZh, "dry-run": isDry, help, ...asked } = values;
  if (help) {
    process.stdout.write(usage);
    return 0;
  }
  const wish = wishFrom({ ...asked, ...(titleZh && { titleZh }), ...(entityZh && { entityZh }) });
  const planned = await planSubgraph(root, wish);
  if (!planned.success) {
    for (const { code, en, zh } of planned.findings) process.stderr.write(`${code}: ${en} ${zh}\n`);
    return 1;
  }
  const { name } = wish;
  if (!isDry) await carryOut(root, `subgraphs/${name}`, planned.plan);
  process.stdout.write(listed(planned.plan, isDry));
  if (!isDry) {
    process.stdout.write(
      `\nNow: npm run check; npx vitest run subgraphs/${name}; npm start. 接下来可检查、测试、启动。\n`,
    );
  }
  return 0;
}

function listed({ created, changed, emitted }: SubgraphPlan, isDry: boolean): string {
  const list = (title: string, files: Iterable<string>) =>
    `${title}\n${[...files].map((file) => `  ${file}\n`).join("")}`;
  return [
    list(isDry ? "Would write 将新建：" : "Wrote 已新建：", created.keys()),
    list(isDry ? "Would change 将修改：" : "Changed 已修改：", changed.keys()),
    list(isDry ? "Would emit 将生成：" : "Emitted 已生成：", emitted),
  ].join("");
}
