// The page's script: GraphiQL, asking in the name of whoever was chosen, for the reasons stated.
import "./choices.js";
import { json, offerAskers, token } from "./asker.js";
import { words } from "./bilingual.js";
import { labelEditors } from "./editor-labels.js";
import { groundsHeaders } from "./grounds.js";
import { planHeaders, planPlugin, takePlan } from "./plan-panel.js";
import { savedOperations } from "./saved-operations.js";
import { searchPlugin } from "./schema-search.js";

const { React, ReactDOM, GraphiQL } = window;

const WELCOME = `# Ctrl-Space ${words("提示字段", "suggests fields")} · Ctrl-Enter ${words("执行", "runs")}\n\n`;

const config = await json(await fetch("/explorer/config.json"));
await offerAskers(() => render());

const tabs = config.operations.map(tab);
// GraphiQL opens the first of its default tabs without its variables: those it takes from its storage alone.
if (tabs[0]?.variables && !sessionStorage.getItem("graphiql:tabState")) {
  sessionStorage.setItem("graphiql:variables", tabs[0].variables);
}

const element = document.getElementById("graphiql");
labelEditors(element);
const root = ReactDOM.createRoot(element);
const settings = {
  defaultQuery: WELCOME,
  defaultTabs: tabs.length > 0 ? tabs : undefined,
  // Queries and variables may name people: they go when the browser tab does, and are not left on the machine.
  storage: sessionStorage,
  plugins: [savedOperations(config.operations), searchPlugin, planPlugin],
};
render();

/** Given another function to fetch with, GraphiQL asks the graph to describe itself again: that may depend on who asks. */
function render() {
  const fetchAnew = (...asked) => fetcher(...asked);
  root.render(React.createElement(GraphiQL, { ...settings, fetcher: fetchAnew }));
}

function tab({ query, variables }) {
  return { query, variables: variables && JSON.stringify(variables, null, 2) };
}

async function fetcher(parameters, { headers: typed } = {}) {
  const headers = new Headers({
    accept: "application/json",
    "content-type": "application/json",
    "apollo-require-preflight": "true",
  });
  const bearer = await token();
  if (bearer) headers.set("authorization", `Bearer ${bearer}`);
  // What GraphiQL asks of the schema by itself is nobody's request.
  const isAsked = parameters.operationName !== "IntrospectionQuery";
  const stated = isAsked ? { ...groundsHeaders(), ...planHeaders() } : {};
  for (const [name, value] of Object.entries({ ...stated, ...typed })) headers.set(name, value);
  const body = JSON.stringify(parameters);
  const answer = await json(await fetch(config.graphqlPath, { method: "POST", headers, body }));
  return isAsked ? takePlan(answer, parameters.operationName) : answer;
}
