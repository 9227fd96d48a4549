import { Fragment } from "react";
import { Link } from "wouter";
import { texts, useText } from "../../language/language.tsx";

const said = texts(
  {
    grant: "data grant",
    rule: "case access rule",
    glass: "emergency access",
    agreement: "agreement",
    item: "power item",
  },
  { grant: "数据授权", rule: "案内访问规则", glass: "紧急访问", agreement: "共享协议", item: "职权事项" },
);

/** What a number is the number of, and where more is told of it. */
const series = {
  G: ["grant", (number: string) => `/access/grants?number=${number}`],
  C: ["rule", () => "/access/rules"],
  B: ["glass", () => "/access/break-glass"],
  A: ["agreement", () => "/access/agreements"],
} as const;

/** A ground by its number, saying what it is: 数据授权 430105-G-0001, 职权事项 4301058050600100. */
export function Ground({ number }: { number: string }) {
  const text = useText(said);
  const [, letter] = /^\d{6}-([GCBA])-\d+$/.exec(number) ?? [];
  if (letter) {
    const [kind, path] = series[letter as keyof typeof series];
    return (
      <>
        {text[kind]} <Link href={path(number)}>{number}</Link>
      </>
    );
  }
  return <>{/^\d/.test(number) ? `${text.item} ${number}` : number}</>;
}

export function Grounds({ numbers }: { numbers: readonly string[] }) {
  return numbers.map((number, index) => (
    <Fragment key={number}>
      {index > 0 ? "、" : ""}
      <Ground number={number} />
    </Fragment>
  ));
}
