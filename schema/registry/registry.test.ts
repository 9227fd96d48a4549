import { describe, expect, it } from "vitest";
import { compose } from "./compose.ts";
import { emitContract, staleFiles } from "./emit.ts";

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@authenticated"])\n`;

describe("composition", () => {
  it("gives a supergraph and the schema clients see, without the marks that are not theirs", () => {
    const result = compose([
      { name: "a", sdl: `${link} type Query { t: T @authenticated } type T @key(fields: "id") { id: ID! }` },
      { name: "b", sdl: `${link} type T @key(fields: "id") { id: ID! more: String }` },
    ]);
    expect(result.success && result.api).toMatch(/type T \{\s+id: ID!\s+more: String/);
    expect(result.success && result.supergraph).toContain("@authenticated");
    expect(result.success && result.api).not.toContain("@authenticated");
  });

  it("answers with coded findings instead of throwing when subgraphs contradict each other", () => {
    const result = compose([
      {
        name: "a",
        sdl: `${link} type Query { t: T } type T @key(fields: "id") { id: ID! n: Int @shareable }`,
      },
      { name: "b", sdl: `${link} type T @key(fields: "id") { id: ID! n: String @shareable }` },
    ]);
    expect(result).toMatchObject({ success: false, errors: [{ code: "FIELD_TYPE_MISMATCH" }] });
  });
});

describe("the committed contract", () => {
  it("composes and is what the code emits now", async () => {
    const contract = emitContract();
    if (!contract.success) throw new Error(JSON.stringify(contract.errors));
    expect(await staleFiles(contract.files)).toEqual([]);
    // A stub with words of its own would speak over the owner's.
    expect(contract.hints).toEqual([]);
  });
});
