// GraphiQL's panel "查询计划 Query plan": asks for the plan of each request, and shows what became of the last one.
import { bilingual, hint, words } from "./bilingual.js";

const { createElement: h, Fragment, useSyncExternalStore } = window.React;

const WANTED = "whistlegraph:plan";

/** What is shown: `answer` is undefined where no plan was asked for, its `view` where none came. */
let shown = { wanted: sessionStorage.getItem(WANTED) === "1", answer: undefined };
const onlookers = new Set();

function show(change) {
  shown = { ...shown, ...change };
  for (const look of onlookers) look();
}

/** Headers by which a request asks for its plan, when the reader wants it. */
export const planHeaders = () => (shown.wanted ? { "whistlegraph-plan": "1" } : {});

/** Takes the plan out of an answer and into the panel: beside the data it would be in the way. */
export function takePlan(answer, operationName) {
  const { plan, ...others } = answer.extensions ?? {};
  const isOfInterest = plan !== undefined || shown.wanted;
  show({ answer: isOfInterest ? { operationName, view: plan } : undefined });
  if (!plan) return answer;
  const { extensions: _, ...rest } = answer;
  return Object.keys(others).length > 0 ? { ...rest, extensions: others } : rest;
}

export const planPlugin = { title: words("查询计划", "Query plan"), icon: Icon, content: Panel };

function Icon() {
  return h(
    "svg",
    { viewBox: "0 0 20 20", fill: "none", stroke: "currentColor", strokeWidth: 1.6, strokeLinecap: "round" },
    h("path", { d: "M2 3.5h7M5 8h9M9 12.5h5M9 17h9" }),
    h("path", { d: "M2 3.5v13.5M2 8h0M2 12.5h3M2 17h3", opacity: 0.5 }),
  );
}

function Panel() {
  const { wanted, answer } = useSyncExternalStore(watch, () => shown);
  return h(
    "section",
    { className: "panel plan" },
    h("h2", null, ...bilingual(["查询计划", "Query plan"])),
    h(
      "label",
      { className: "switch" },
      h("input", { type: "checkbox", checked: wanted, onChange: ({ target }) => want(target.checked) }),
      h("span", null, ...bilingual(["每次请求都取回计划", "Ask for it with every request"])),
    ),
    h("div", { "aria-live": "polite" }, contentOf(wanted, answer)),
  );
}

function watch(look) {
  onlookers.add(look);
  return () => onlookers.delete(look);
}

function want(wanted) {
  sessionStorage.setItem(WANTED, wanted ? "1" : "0");
  show({ wanted });
}

function contentOf(wanted, answer) {
  if (answer?.view?.withheld) return h(Withheld, answer.view.withheld);
  if (answer?.view) return h(Plan, answer);
  if (answer && wanted)
    return hint("该请求未被执行，没有计划。", "The request was not carried out: there is no plan of it.");
  if (wanted) return hint("执行一次操作，计划即显示于此。", "Run an operation, and its plan is shown here.");
  return hint(
    "打开开关再执行操作，即可看到向哪些部门系统查询了什么、各用多少时间。",
    "Switch it on and run an operation to see which department's system was asked what, and how long each took.",
  );
}

function Withheld({ message, extensions }) {
  return h(
    "div",
    { className: "withheld" },
    hint(extensions.messageZh, message),
    hint(
      "本地环境中，派单员与数据管理员的令牌带有此范围。",
      "On the local stack, dispatchers' and data stewards' tokens carry the scope.",
    ),
  );
}

function Plan({ operationName, view }) {
  const { milliseconds, planning, plan, tree } = view;
  return h(
    Fragment,
    null,
    h(
      "p",
      { className: "summary" },
      operationName && h("strong", null, operationName),
      fact("总计", "in all", duration(milliseconds)),
      planning.known
        ? fact("计划已缓存", "planned before")
        : fact("生成计划", "planning", duration(planning.milliseconds)),
    ),
    plan
      ? h("ol", { className: "steps" }, h(Node, { node: plan, whole: milliseconds, depth: 0 }))
      : hint(
          "网关直接作答，无须查询任何系统。",
          "The gateway answered by itself: nothing had to be fetched.",
        ),
    h(
      "details",
      { className: "text" },
      h("summary", null, ...bilingual(["文本", "As text"])),
      h("pre", null, tree),
    ),
  );
}

/** `depth` is how far a step is moved to the right; the time bars are not, so that they share one axis. */
function Node({ node, ...around }) {
  if (node.kind === "Fetch") return h(Fetch, { fetch: node, ...around });
  return node.kind === "Condition" ? h(Condition, { node, ...around }) : h(Steps, { node, ...around });
}

function Within({ depth, children }) {
  return h("ol", { style: { "--depth": depth + 1 } }, children);
}

const STEPS = { Sequence: ["依次", "One after another"], Parallel: ["同时", "At once"] };

function Steps({ node: { kind, milliseconds, nodes }, whole, depth }) {
  return h(
    "li",
    null,
    h(
      "p",
      { className: "group" },
      ...bilingual(STEPS[kind]),
      h("span", { className: "time" }, duration(milliseconds)),
    ),
    h(Within, { depth }, ...nodes.map((node) => h(Node, { node, whole, depth: depth + 1 }))),
  );
}

const HELD = new Map([
  [true, ["成立", "holds"]],
  [false, ["不成立", "does not hold"]],
  [null, ["未判断", "not reached"]],
]);

function Condition({ node: { variable, held, if: then, else: otherwise }, whole, depth }) {
  const clause = (node) => h(Node, { node, whole, depth: depth + 1 });
  return h(
    "li",
    null,
    h("p", { className: "group" }, h("code", null, `$${variable}`), " ", ...bilingual(HELD.get(held))),
    h(
      Within,
      { depth },
      then && clause(then),
      otherwise && h("li", { className: "group" }, ...bilingual(["否则", "Otherwise"])),
      otherwise && clause(otherwise),
    ),
  );
}

const STATES = {
  FAILED: ["失败", "failed"],
  NOTHING_TO_ASK: ["无须查询", "nothing to ask"],
  EXCLUDED: ["按条件略去", "excluded"],
};

function Fetch({ fetch, whole }) {
  const { subgraph, state, path, startedAt, milliseconds, entities, objects, joined, bytes } = fetch;
  const { together, requires, operation } = fetch;
  return h(
    "li",
    null,
    h(
      "details",
      { className: "fetch", "data-state": state },
      h(
        "summary",
        null,
        h("span", { className: "subgraph" }, subgraph),
        h("span", { className: "time" }, duration(milliseconds)),
        entities !== undefined && h("span", { className: "count" }, `×${entities}`),
        STATES[state] && h("span", { className: "state" }, ...bilingual(STATES[state])),
        joined && h("span", { className: "joined" }, ...bilingual(["合并查询", "joined"])),
        together && h("span", { className: "joined" }, ...bilingual(["同发", `1 of ${together}`])),
        h("span", { className: "path" }, path.join(".")),
        startedAt !== undefined &&
          h("span", { className: "track" }, h(Bar, { startedAt, milliseconds, whole })),
      ),
      h(
        "dl",
        null,
        ...entry("起始", "Began at", startedAt !== undefined && duration(startedAt)),
        ...entry("实体", "Distinct entities", entities),
        ...entry("合入对象", "Objects joined into", objects),
        ...entry("应答大小", "Size of the reply", bytes !== undefined && `${(bytes / 1000).toFixed(1)} kB`),
        ...entry("所需字段", "Asked for by", requires && h("pre", null, requires)),
        ...entry("所发查询", "Was asked", h("pre", null, operation)),
      ),
    ),
  );
}

function Bar({ startedAt, milliseconds, whole }) {
  const share = (part) => `${Math.min(100, (part / whole) * 100)}%`;
  return h("span", { className: "took", style: { left: share(startedAt), width: share(milliseconds) } });
}

const entry = (chinese, term, value) =>
  value === undefined || value === false
    ? []
    : [h("dt", null, ...bilingual([chinese, term])), h("dd", null, value)];

const fact = (chinese, term, value) => h("span", null, ...bilingual([chinese, term]), value && ` ${value}`);

const duration = (milliseconds) =>
  milliseconds === undefined ? "" : `${milliseconds.toFixed(milliseconds < 10 ? 2 : 1)} ms`;
