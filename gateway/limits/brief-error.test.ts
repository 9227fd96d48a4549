import { describe, expect, it } from "vitest";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { briefError } from "./brief-error.ts";

describe("what is said of a value", () => {
  const long = "长".repeat(50_000);

  it("is no longer than can be read, in either language and in the details", () => {
    const error = refuse("NOT_FOUND", { kind: "ticket", kindZh: "工单", id: long }).toJSON();
    const brief = briefError({ ...error, path: ["ticket"] });
    expect(JSON.stringify(brief).length).toBeLessThan(2_500);
    expect(brief).toMatchObject({
      message: expect.stringMatching(/^There is no ticket 长.*…$/) as unknown,
      path: ["ticket"],
      extensions: {
        code: "NOT_FOUND",
        fault: "CALLER",
        messageZh: expect.stringMatching(/^工单 长.*…$/) as unknown,
        details: { kind: "ticket", id: `${"长".repeat(500)}…` },
      },
    });
  });

  it("is left as it is where it is short", () => {
    const error = refuse("UNAUTHENTICATED").toJSON();
    expect(briefError(error)).toBe(error);
  });
});
