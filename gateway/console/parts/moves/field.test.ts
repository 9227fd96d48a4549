import { expect, it } from "vitest";
import { asked, beginning, type Field, problemOf } from "./field.ts";
import { filled } from "./filled.ts";

interface Thing {
  readonly strict: boolean;
}

const text: Field<Thing> = { name: "reason", kind: "text", maximum: 5, label: { en: "Why", zh: "理由" } };
const days: Field<Thing> = {
  name: "days",
  kind: "number",
  minimum: 1,
  maximum: 30,
  label: { en: "Days", zh: "天数" },
};
const position: Field<Thing> = {
  name: "position",
  kind: "position",
  optional: ({ strict }) => !strict,
  label: { en: "Position", zh: "位置" },
};
const choice: Field<Thing> = {
  name: "unit",
  kind: "unit",
  within: () => "430105",
  label: { en: "", zh: "" },
};

it.each([
  ["words within the limit", text, "够短", undefined],
  ["words as long as the limit, spaces around them not counted", text, "  一二三四五 ", undefined],
  ["words beyond the limit", text, "一二三四五六", "不超过 5 字"],
  ["nothing but spaces", text, "   ", "请填写"],
  ["nothing where it may be left empty", { ...text, optional: true as const }, "", undefined],
  ["a number at its least", days, 1, undefined],
  ["a number at its most", days, 30, undefined],
  ["a number beyond", days, 31, "须为 1 至 30 的整数"],
  ["a broken number", days, 1.5, "须为 1 至 30 的整数"],
  ["no number", days, "", "请填写"],
  ["nothing chosen", choice, null, "请选择"],
  ["something chosen", choice, { value: "430105-HOUSING", label: "住建局" }, undefined],
  ["no position where it must be given", position, null, "此类哨须登记现场位置"],
])("%s", (_, field, value, problem) => {
  expect(problemOf(field, value, { strict: true })?.zh).toBe(problem);
});

it("lets a position be where the kind of whistle does not ask for it", () => {
  expect(problemOf(position, null, { strict: false })).toBeUndefined();
});

it("asks only for what the answers before call for", () => {
  const why: Field<Thing> = { ...text, when: ({ solved }) => solved === "no" };
  expect(asked([why, days], { solved: "no" })).toEqual([why, days]);
  expect(asked([why, days], { solved: "yes" })).toEqual([days]);
});

it("begins with what is known, and blank otherwise", () => {
  const known: Field<Thing> = { ...text, initial: () => "已知" };
  const holder = { id: "", name: "", post: "", unit: "", division: "", scopes: [], endsAt: 0 };
  expect(beginning([known, days, choice], { strict: false }, holder)).toEqual({
    reason: "已知",
    days: "",
    unit: null,
  });
});

it("reads a form as it was filled in", () => {
  const form = filled({
    reason: " 因 ",
    days: 3,
    solved: "no",
    unit: { value: "U", label: "单位" },
    kind: "A",
    none: "",
  });
  expect(form.text("reason")).toBe("因");
  expect(form.textIfAny("none")).toBeNull();
  expect(form.number("days")).toBe(3);
  expect(form.yes("solved")).toBe(false);
  expect(form.yesIfAny("none")).toBeNull();
  expect(form.chosen("unit")).toBe("U");
  expect(form.chosen("kind")).toBe("A");
  expect(form.chosenIfAny("none")).toBeNull();
  expect(form.position("position")).toBeNull();
});
