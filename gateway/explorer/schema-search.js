// GraphiQL's panel "搜索图谱 Search the graph": finds types and fields by what they are called in either language.
// The documentation's own search knows names only, and those are English; the Chinese terms are in the descriptions.
import { bilingual, hint, words as said } from "./bilingual.js";

const { createElement: h, Fragment, useDeferredValue, useMemo, useState } = window.React;
const { DOC_EXPLORER_PLUGIN, useExplorerContext, usePluginContext, useSchemaContext } = window.GraphiQL.React;

/** More than this nobody reads: one more word finds it sooner. */
const SHOWN = 60;

export const searchPlugin = { title: said("搜索图谱", "Search the graph"), icon: Icon, content: Panel };

function Icon() {
  return h(
    "svg",
    { viewBox: "0 0 20 20", fill: "none", stroke: "currentColor", strokeWidth: 1.6, strokeLinecap: "round" },
    h("circle", { cx: 8.5, cy: 8.5, r: 5.5 }),
    h("path", { d: "m13 13 5 5M6 8.5h5M8.5 6v5" }),
  );
}

function Panel() {
  const { schema } = useSchemaContext({ nonNull: true });
  const [words, setWords] = useState("");
  const searched = useDeferredValue(words);
  const entries = useMemo(() => (schema ? entriesOf(schema) : []), [schema]);
  const found = useMemo(() => search(entries, searched), [entries, searched]);
  return h(
    "section",
    { className: "panel search" },
    h("h2", null, ...bilingual(["搜索图谱", "Search the graph"])),
    h("input", {
      type: "search",
      value: words,
      autoFocus: true,
      spellCheck: false,
      placeholder: "工单、网格、吹哨… or ticket, grid",
      "aria-label": said("按中文或英文查找", "Find by Chinese or English"),
      onChange: ({ target }) => setWords(target.value),
    }),
    searched.trim() !== "" &&
      h("div", { className: "found", "data-words": searched }, h(Found, { found, words: termsOf(searched) })),
  );
}

function Found({ found, words }) {
  if (found.length === 0) return hint("没有相符的类型或字段。", "No type or field matches.");
  const more = found.length - SHOWN;
  return h(
    Fragment,
    null,
    h(
      "ul",
      null,
      found.slice(0, SHOWN).map((entry) => h(Entry, { key: entry.coordinate, entry, words })),
    ),
    more > 0 && hint(`另有 ${more} 项，请加词缩小范围。`, `${more} more: add a word.`),
  );
}

function Entry({ entry, words }) {
  const { reset, push } = useExplorerContext({ nonNull: true });
  const { setVisiblePlugin } = usePluginContext({ nonNull: true });
  const open = () => {
    reset();
    for (const definition of entry.place) push({ name: definition.name, def: definition });
    setVisiblePlugin(DOC_EXPLORER_PLUGIN);
  };
  return h(
    "li",
    null,
    h(
      "button",
      { type: "button", onClick: open },
      h("code", null, marked(entry.coordinate, words)),
      h("span", { className: "description" }, marked(entry.description, words)),
    ),
  );
}

/** Where in a schema something stands: what one begins with comes first, what belongs to something else last. */
const RANKS = { type: 0, entry: 1, field: 2, part: 3 };

/** Everything that has a name, with the place in the documentation where it is described. */
function entriesOf(schema) {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap((type) => {
      const rank = roots.includes(type) ? RANKS.entry : RANKS.field;
      const fields = Object.values(type.getFields?.() ?? {});
      return [
        entryOf(type.name, type, [type], RANKS.type),
        ...fields.flatMap((field) => fieldEntries(`${type.name}.${field.name}`, field, [type, field], rank)),
        ...(type.getValues?.() ?? []).map((value) =>
          entryOf(`${type.name}.${value.name}`, value, [type], RANKS.part),
        ),
      ];
    });
}

const fieldEntries = (coordinate, field, place, rank) => [
  entryOf(coordinate, field, place, rank),
  ...(field.args ?? []).map((argument) =>
    entryOf(`${coordinate}(${argument.name}:)`, argument, place, RANKS.part),
  ),
];

function entryOf(coordinate, { name, description }, place, rank) {
  const told = description ?? "";
  const text = `${coordinate} ${told}`.toLowerCase();
  return { coordinate, description: told, place, rank, name: name.toLowerCase(), text };
}

const termsOf = (words) => words.toLowerCase().split(/\s+/).filter(Boolean);

/** What holds every word: first what is called so, then what is described so. */
function search(entries, words) {
  const terms = termsOf(words);
  const [first] = terms;
  if (first === undefined) return [];
  return entries
    .filter(({ text }) => terms.every((term) => text.includes(term)))
    .map((entry) => ({ entry, rank: [calledSo(entry, first), entry.rank, placeOf(entry, first)] }))
    .sort((one, other) => inOrder(one.rank, other.rank))
    .map(({ entry }) => entry);
}

function calledSo({ name }, term) {
  if (name === term) return 0;
  if (name.startsWith(term)) return 1;
  return name.includes(term) ? 2 : 3;
}

/** A description says early what the thing is called in Chinese; a term that comes late is of something else. */
const placeOf = ({ description, coordinate }, term) =>
  Math.max(0, description.toLowerCase().indexOf(term)) + coordinate.length / 1000;

function inOrder(one, other) {
  const [difference = 0] = one.map((part, place) => part - other[place]).filter((each) => each !== 0);
  return difference;
}

/** The text with what was looked for set off. */
function marked(text, words) {
  const pattern = new RegExp(`(${words.map(literal).join("|")})`, "gi");
  return text.split(pattern).map((part, index) => (index % 2 === 1 ? h("mark", { key: index }, part) : part));
}

const literal = (word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
