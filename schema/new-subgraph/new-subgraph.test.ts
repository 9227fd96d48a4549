import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type WorkingCopy, workingCopy } from "../../test/testkit/working-copy.ts";
import { carryOut } from "./carry-out.ts";
import { judgeWish, type Taken, takenIn } from "./judge-wish.ts";
import { planSubgraph } from "./plan-subgraph.ts";
import { type Asked, wishFrom } from "./wish.ts";
import { Wording } from "./wording.ts";

const root = join(import.meta.dirname, "..", "..");
const asked = { name: "water-supply", owner: "WATER-SUPPLY", titleZh: "水务局", entity: "PumpStation" };

describe("a wish for a subgraph", () => {
  let taken: Taken;
  beforeAll(async () => {
    taken = await takenIn(root);
  });

  it.each<[Asked, readonly string[]]>([
    [{}, []],
    [{ name: "Parks" }, ["SUBGRAPH_NAME"]],
    [{ name: "package" }, ["SUBGRAPH_NAME"]],
    [{ name: "tickets" }, ["SUBGRAPH_NAME_TAKEN"]],
    [{ name: "gateway" }, ["SUBGRAPH_NAME_TAKEN"]],
    [{ name: "supergraph", owner: "430105-PARKS" }, ["SUBGRAPH_NAME_TAKEN", "OWNER_FORM"]],
    [{ entity: "pumpStation" }, ["ENTITY_NAME"]],
    [{ entity: "Map" }, ["ENTITY_NAME"]],
    [{ entity: "Ticket" }, ["ENTITY_NAME_TAKEN"]],
    [{ titleZh: "Water", entityZh: '"泵站"' }, ["CHINESE_TITLE", "CHINESE_TITLE"]],
    [{ title: "the */ bureau" }, ["ENGLISH_TITLE"]],
  ])("%o is judged %o", (more, codes) => {
    const wish = wishFrom({ ...asked, ...more });
    const findings = judgeWish(wish, new Wording(wish, "1700000011000"), taken);
    expect(findings.map(({ code }) => code)).toEqual(codes);
    for (const { en, zh } of findings) expect(`${en} ${zh}`).toMatch(/\w.*\p{Script=Han}/u);
  });

  it("needs no more than a name and an owner", () => {
    expect(wishFrom({ name: "city-parks", owner: "PARKS" })).toEqual({
      name: "city-parks",
      owner: "PARKS",
      title: "the parks department",
      titleZh: "PARKS 主管单位",
      entity: "CityPark",
      entityZh: "PARKS 主管单位登记对象",
    });
  });
});

describe("a new subgraph", { timeout: 120_000 }, () => {
  let copy: WorkingCopy;
  beforeAll(async () => {
    copy = await workingCopy();
  });
  afterAll(() => copy.remove());

  const folder = "subgraphs/water-supply";
  const inCopy = (file: string): string => join(copy.root, file);
  const read = (file: string): string => readFileSync(inCopy(file), "utf8");

  it("is not planned where a file it must be entered in is not laid out as it was", async () => {
    const compose = read("docker-compose.yml");
    writeFileSync(
      inCopy("docker-compose.yml"),
      compose.replace("    depends_on:\n      - grids\n", "    depends_on: [grids]\n"),
    );
    const planned = await planSubgraph(copy.root, wishFrom(asked));
    writeFileSync(inCopy("docker-compose.yml"), compose);
    expect(planned).toMatchObject({ success: false, findings: [{ code: "NO_PLACE_TO_REGISTER" }] });
  });

  it("leaves everything as it was where it fails half-way", async () => {
    const planned = await planSubgraph(copy.root, wishFrom(asked));
    if (!planned.success) throw new Error(JSON.stringify(planned.findings));
    const { created, ...plan } = planned.plan;
    const broken = new Map([...created, [`${folder}/broken.ts`, "export const = 1;"]]);
    await expect(carryOut(copy.root, folder, { ...plan, created: broken })).rejects.toThrow();
    expect(existsSync(inCopy(folder))).toBe(false);
    for (const file of plan.changed.keys()) {
      expect(read(file), file).toBe(readFileSync(join(root, file), "utf8"));
    }
  });

  it("is made by the command: written, formatted, composed, and passes its own tests at once", async () => {
    const run = async (program: string, ...options: readonly string[]) => {
      const env = { ...process.env, TEST_DATABASE_URL: inject("adminUrl") };
      const settings = { cwd: copy.root, env, maxBuffer: 10_000_000 };
      return promisify(execFile)(program, [...options], settings);
    };
    const { name, owner, titleZh, entity } = asked;
    const options = ["--name", name, "--owner", owner, "--title-zh", titleZh, "--entity", entity];
    const { stdout } = await run(
      process.execPath,
      ...["--import", "tsx", "schema/new-subgraph/cli.ts", ...options, "--entity-zh", "泵站"],
    );
    const made = readdirSync(inCopy(folder), { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".ts"),
    );
    expect(made.sort()).toEqual([
      "migrations/1700000011000-pump-stations.ts",
      "pump-station/pump-station-input.ts",
      "pump-station/pump-station.lifecycle.ts",
      "pump-station/pump-station.resolver.ts",
      "pump-station/pump-station.store.ts",
      "pump-station/pump-station.test.ts",
      "pump-station/pump-station.ts",
      "references.ts",
      "visibility.ts",
      "water-supply.context.ts",
      "water-supply.errors.ts",
      "water-supply.fixtures.ts",
      "water-supply.subgraph.ts",
    ]);
    for (const file of made) {
      expect(stdout).toContain(`  ${folder}/${file}\n`);
      expect(read(join(folder, file)), file).not.toMatch(/template|facilit|示例/i);
    }
    expect(read("schema/supergraph.graphql")).toContain("granted:water-supply:WATER-SUPPLY");
    await run("node_modules/.bin/vitest", "run", folder, "infra/compose.test.ts");
  });
});
