// Words of the page: Chinese first, English beside it, quieter; where the console was set to one of them, that alone.
const { createElement: h } = window.React;

const chosen = localStorage.getItem("whistlegraph:language");

const chinese = (words) => h("span", { lang: "zh-CN" }, words);

const english = (words) => h("span", { lang: "en" }, words);

export const bilingual = ([inChinese, inEnglish]) => [chinese(inChinese), " ", english(inEnglish)];

export const hint = (inChinese, inEnglish) =>
  h("p", { className: "hint" }, ...bilingual([inChinese, inEnglish]));

/** Where there can be no elements, in an attribute or an option: the same choice as text. */
export function words(inChinese, inEnglish, between = " ") {
  if (chosen === "zh") return inChinese;
  return chosen === "en" ? inEnglish : inChinese + between + inEnglish;
}
