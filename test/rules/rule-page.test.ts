import { describe, expect, it } from "vitest";
import { rulePage, type SourceFile } from "./rule-page.ts";
import type { Practice, Rule } from "./rules.ts";

const rule = (id: string, notBuilt?: string): Rule => ({
  id,
  name: `Rule ${id}`,
  nameZh: `规则${id}`,
  ...(notBuilt && { notBuilt }),
});

/** The ids are put together, so that no file of the project names a rule that there is not. */
const [first, second, absent] = ["KF", "KF", "KF"].map(
  (prefix, index) => `${prefix}-${[1, 2, 99][index]}`,
) as [string, string, string];

const practices = (...rules: Rule[]): Practice[] => [{ prefix: "KF", name: "Kaifu", nameZh: "开福", rules }];
const kept = (path: string, text: string): SourceFile => ({ path: `subgraphs/tickets/${path}`, text });

const lifecycle = kept("ticket.lifecycle.ts", `// ${first}: verified before`);
const shownOf = (text: string) => kept("ticket.test.ts", text);

describe("the page of rules", () => {
  it("links where a rule is kept and the tests that name it", () => {
    const { text, findings } = rulePage(practices(rule(first)), [
      kept("ticket.ts", `/** ${first} ${first} ${first} */`),
      lifecycle,
      shownOf(`it("is verified (${first})"); it.each([1])("${first}: %s", () => {})`),
    ]);
    expect(findings).toEqual([]);
    const row = text.split("\n").find((line) => line.startsWith(`| ${first}`));
    expect(row).toContain("[ticket.lifecycle.ts](../subgraphs/tickets/ticket.lifecycle.ts)<br>[ticket.ts]");
    expect(row).toContain(`${first}: %s ([ticket.test.ts](../subgraphs/tickets/ticket.test.ts), 1 more)`);
    expect(text).toContain("1 of 1 are built");
  });

  it.each([
    ["a title over several lines", `describe(\n  "${first}: called",\n  () => {})`, `${first}: called`],
    ["a row of a table", `it.each([{ rule: "${first}" }])("%s", () => {})`, "[ticket.test.ts]"],
    ["a title with a bar", `it("${first}: a | b", () => {})`, `${first}: a \\| b`],
  ])("finds a rule in %s", (_, test, expected) => {
    const { text, findings } = rulePage(practices(rule(first)), [lifecycle, shownOf(test)]);
    expect(findings).toEqual([]);
    expect(text).toContain(expected);
  });

  it("lists the codes a rule refuses with, of each of the rules that a refusal names", () => {
    const refusals = [
      { code: "UNVERIFIED", rule: `${first}, ${second}` },
      { code: "OFF_LIST", rule: second },
    ];
    const { text } = rulePage(practices(rule(first, "later"), rule(second, "later")), [], refusals);
    const codes = text
      .split("\n")
      .flatMap((line) => (line.startsWith("| KF") ? [line.split(" | ").at(-1)] : []));
    expect(codes).toEqual(["`UNVERIFIED` |", "`OFF_LIST` `UNVERIFIED` |"]);
  });

  it("says why a rule is not built, and does not count it", () => {
    const { text, findings } = rulePage(practices(rule(first, "no rosters")), []);
    expect(findings).toEqual([]);
    expect(text).toContain("*not yet built: no rosters*");
    expect(text).toContain("0 of 1 are built");
  });

  it.each([
    {
      what: "a rule that no test names",
      files: [lifecycle],
      expected: `${first}: kept in subgraphs/tickets/ticket.lifecycle.ts, and no test names it. Name it in the test that shows it, or say why it is not built.`,
    },
    {
      what: "a rule that only a comment of a test names",
      files: [lifecycle, shownOf(`// ${first}\n/* ${first} */ it("works", () => {})`)],
      expected: `${first}: kept in subgraphs/tickets/ticket.lifecycle.ts, and no test names it. Name it in the test that shows it, or say why it is not built.`,
    },
    {
      what: "a rule that nothing keeps",
      files: [shownOf(`it("${first}", () => {})`), kept("world.fixtures.ts", first)],
      expected: `${first}: subgraphs/tickets/ticket.test.ts names it, and no code does. Name it where it is kept.`,
    },
    {
      what: "a rule that there is not",
      files: [lifecycle, shownOf(`it("${first}", () => {})`), kept("blow.ts", `// ${absent}`)],
      expected: `subgraphs/tickets/blow.ts names ${absent}, and there is no such rule.`,
    },
  ])("finds $what", ({ files, expected }) => {
    expect(rulePage(practices(rule(first), rule(second, "later")), files).findings).toEqual([expected]);
  });
});
