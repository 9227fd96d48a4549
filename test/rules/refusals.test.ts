import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { subgraphs } from "../../schema/subgraphs.ts";
import { refusal } from "../../subgraphs/shared/refusal.ts";
import { houseRules, sources } from "../../subgraphs/shared/rule.ts";
import { template } from "../../subgraphs/template/template.subgraph.ts";
import { practices } from "./rules.ts";

/** Whoever is refused by a rule is told which one, and what would be allowed: of every refusal there is. */

const root = join(import.meta.dirname, "..", "..");
const known = new Set(practices.flatMap(({ rules }) => rules.map(({ id }) => id)));
const isKnown = (rule: string): boolean =>
  rule in houseRules ||
  sources.some((source) => rule.includes(source)) ||
  rule.split(", ").every((id) => known.has(id));

const entries = [...subgraphs, template].flatMap(({ name, errors }) =>
  Object.entries(errors).map(([code, entry]) => ({ name, code, entry })),
);
const ruled = entries.flatMap(({ code, entry }) => (entry.rule ? [{ code, entry }] : []));

/** What stands behind `forbidden("KF-15", …)` and `unfit("ZY-17", …)`, which have no catalogue. */
const thrown = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "subgraphs"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter(
    (file) => /\.ts$/.test(file) && !/\.(test|fixtures)\.ts$/.test(file) && existsSync(join(root, file)),
  )
  .flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8");
    return [...text.matchAll(/\b(?:forbidden|unfit)\(\s*"([^"]+)"/g)].map(([, rule = ""]) => ({
      file,
      rule,
    }));
  });

describe("every refusal by a rule", () => {
  it("names a rule that there is", () => {
    const named = [
      ...ruled.map(({ code, entry }) => ({ where: code, rule: entry.rule ?? "" })),
      ...thrown.map(({ file, rule }) => ({ where: file, rule })),
    ];
    expect(named.length).toBeGreaterThan(200);
    expect(named.filter(({ rule }) => !isKnown(rule))).toEqual([]);
  });

  it("says what would be allowed, in whole sentences of both languages", () => {
    const silent = ruled.filter(({ entry: { allowed } }) => {
      const sentence = /^\S.*[.…]$/s.test(allowed?.en ?? "");
      return !sentence || !/\p{Script=Han}/u.test(allowed?.zh ?? "") || !/[。）]$/.test(allowed?.zh ?? "");
    });
    expect(silent.map(({ code }) => code)).toEqual([]);
  });

  it("stands as two sentences: what is against it, and what would be allowed", () => {
    const run = ruled.filter(({ entry }) => !/[.)”]$/.test(entry.en) || !/[。]$/.test(entry.zh));
    expect(run.map(({ code, entry }) => [code, entry.en, entry.zh])).toEqual([]);
  });

  it("gives programs what its details say, in words of one vocabulary", () => {
    for (const { code, entry } of ruled) {
      const named = new Set(JSON.stringify([entry.en, entry.zh, entry.allowed]).match(/(?<=\{)\w+(?=\})/g));
      const details = Object.fromEntries([...named].map((name) => [name, [`some-${name}`]]));
      const { extensions, message } = refusal(code, entry, details);
      expect(extensions, code).toMatchObject({ code, fault: "CALLER", rule: entry.rule });
      expect(JSON.stringify([message, extensions.messageZh, extensions.allowed]), code).not.toMatch(
        /\{\w+\}/,
      );
      const { en: _, zh: __, ...open } = extensions.allowed as Record<string, unknown>;
      for (const [word, given] of Object.entries(open)) {
        const list = ["states", "moves", "posts", "units", "values"].includes(word);
        expect(Array.isArray(given) || !list, `${code}.${word}`).toBe(true);
      }
    }
  });
});

it("has no rule of its own that nothing is refused by", () => {
  const used = new Set([...ruled.map(({ entry }) => entry.rule), ...thrown.map(({ rule }) => rule)]);
  expect(Object.keys(houseRules).filter((rule) => !used.has(rule as never))).toEqual([]);
});
