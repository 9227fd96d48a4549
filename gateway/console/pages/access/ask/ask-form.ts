import { texts } from "../../../language/language.tsx";
import { dayAfter } from "../../../language/time.ts";
import { coordinatesNamed, ownerNamed } from "../coordinate-choice.ts";
import { type Extent, extentInput, extentProblems, type Problem, reasonProblem } from "../extent.ts";
import type { RequestDataGrantInput } from "./request-grant.graphql.ts";

/** What a request says before it is sent. */
export interface Asked extends Extent {
  readonly owner: string;
  readonly consumer: string;
  readonly posts: string[];
  readonly purposes: string[];
  readonly rows: RequestDataGrantInput["rows"];
  readonly reason: string;
}

const said = {
  owner: texts("Choose whose data", "请选择数据所属"),
  consumer: texts(
    "A district's unit or a division in it, 430105-HOUSING or 430105010",
    "区级单位或其辖内区划的代码，如 430105-HOUSING、430105010",
  ),
  purposes: texts(
    "1 to 50 power item codes or agreement numbers, 430105-A-0001",
    "请填写 1 至 50 个职权编码或协议编号，如 430105-A-0001",
  ),
};

const consumers = /^\d{6}(-[A-Z]+(-[A-Z]+)*|\d{3}|\d{6})?$/;

/** A year, of the rows of a case where one is named. */
export function askedBy(
  address: URLSearchParams,
  unit: string,
  today: string,
  forCase: (number: string) => string,
): Asked {
  const owner = ownerNamed(address.get("owner")) ?? "";
  const onCase = address.get("case");
  const basis = address.get("basis");
  return {
    owner,
    coordinates: coordinatesNamed(owner, address.get("fields")),
    clear: [],
    consumer: unit,
    posts: [],
    purposes: basis ? [basis] : [],
    rows: onCase ? "THIS_CASE" : "OWN_DIVISION",
    validFrom: today,
    validUntil: dayAfter(today, 365),
    listMaximum: "",
    reason: onCase ? forCase(onCase) : "",
  };
}

export function problemsOf(asked: Asked, today: string): Readonly<Partial<Record<keyof Asked, Problem>>> {
  const { purposes } = asked;
  return {
    owner: asked.owner ? null : said.owner,
    ...extentProblems(asked, today),
    consumer: consumers.test(asked.consumer) ? null : said.consumer,
    purposes: purposes.length >= 1 && purposes.length <= 50 ? null : said.purposes,
    reason: reasonProblem(asked.reason),
  };
}

export const inputOf = (asked: Asked): RequestDataGrantInput => ({
  owner: asked.owner,
  consumer: asked.consumer.trim(),
  posts: asked.posts.length > 0 ? (asked.posts as NonNullable<RequestDataGrantInput["posts"]>) : null,
  purposes: asked.purposes.map((purpose) => purpose.trim()),
  rows: asked.rows,
  reason: asked.reason.trim(),
  ...extentInput(asked),
});
