// Words of the panels: Chinese first, English beside it, quieter.
const { createElement: h } = window.React;

export const english = (words) => h("span", { lang: "en" }, words);

export const bilingual = ([chinese, inEnglish]) => [chinese, " ", english(inEnglish)];

export const hint = (chinese, inEnglish) => h("p", { className: "hint" }, chinese, " ", english(inEnglish));
