// The page's script: who asks (a named post, a pasted token or nobody), and GraphiQL asking in their name.
import { planHeaders, planPlugin, takePlan } from "./plan-panel.js";
import { searchPlugin } from "./schema-search.js";

const { React, ReactDOM, GraphiQL } = window;

const CHOSEN_POST = "whistlegraph:post";
const WELCOME = "# Ctrl-Space 提示字段 suggests fields · Ctrl-Enter 执行 runs\n\n";

const config = await json(await fetch("/explorer/config.json"));

/** Gives the token to send, or undefined. Asked for every request, so that a page left open never sends a stale one. */
let tokenToSend = async () => undefined;
const holder = document.getElementById("holder");

if (config.posts) offerPosts(document.getElementById("post"), config.posts);
else takePastedToken(document.getElementById("token"));

const tabs = config.operations.map(tab);
// GraphiQL opens the first of its default tabs without its variables: those it takes from its storage alone.
if (tabs[0]?.variables && !sessionStorage.getItem("graphiql:tabState")) {
  sessionStorage.setItem("graphiql:variables", tabs[0].variables);
}

const root = ReactDOM.createRoot(document.getElementById("graphiql"));
const settings = {
  defaultQuery: WELCOME,
  defaultTabs: tabs.length > 0 ? tabs : undefined,
  // Queries and variables may name people: they go when the browser tab does, and are not left on the machine.
  storage: sessionStorage,
  plugins: [searchPlugin, planPlugin],
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
  const token = await tokenToSend();
  if (token) headers.set("authorization", `Bearer ${token}`);
  // What GraphiQL asks of the schema by itself is nobody's request.
  const isAsked = parameters.operationName !== "IntrospectionQuery";
  if (isAsked) for (const [name, value] of Object.entries(planHeaders())) headers.set(name, value);
  for (const [name, value] of Object.entries(typed ?? {})) headers.set(name, value);
  const body = JSON.stringify(parameters);
  const answer = await json(await fetch(config.graphqlPath, { method: "POST", headers, body }));
  return isAsked ? takePlan(answer, parameters.operationName) : answer;
}

function offerPosts(select, posts) {
  for (const [place, held] of Map.groupBy(posts, ({ place }) => `${place.zh} ${place.en}`)) {
    const group = document.createElement("optgroup");
    group.label = place;
    group.append(...held.map(({ id, label }) => new Option(`${label.zh} · ${label.en}`, id)));
    select.append(group);
  }
  const before = sessionStorage.getItem(CHOSEN_POST);
  if (posts.some(({ id }) => id === before)) select.value = before;
  select.addEventListener("change", () => {
    sessionStorage.setItem(CHOSEN_POST, select.value);
    use(() => tokenOf(select.value));
    render();
  });
  use(() => tokenOf(select.value));
  document.getElementById("post-field").hidden = false;
}

async function tokenOf(post) {
  if (post === "") return undefined;
  const answer = await json(await fetch(`/explorer/token?post=${encodeURIComponent(post)}`));
  if (answer.token) return answer.token;
  throw new Error(
    answer.errors.map(({ message, extensions }) => `${extensions.messageZh} ${message}`).join("\n"),
  );
}

function takePastedToken(input) {
  const pasted = async () => input.value.trim() || undefined;
  input.addEventListener("input", () => use(pasted));
  input.addEventListener("change", render);
  use(pasted);
  document.getElementById("token-field").hidden = false;
}

/** From now on requests go out with these tokens; the bar shows what they say. */
async function use(source) {
  tokenToSend = source;
  const shown = await source().then(describe, (error) => [text("problem", error.message)]);
  // A slow answer for the post chosen before must not be shown under the one chosen since.
  if (tokenToSend === source) holder.replaceChildren(...shown);
}

function describe(token) {
  if (!token) return [text("hint", "只显示公开类型 Public types only")];
  const claims = claimsOf(token);
  if (!claims) return [text("problem", "不是有效的 JWT Not a JWT")];
  const scopes = String(claims.scope ?? "")
    .split(" ")
    .filter(Boolean);
  return [
    text("name", claims.name ?? claims.sub ?? ""),
    text("post", `${claims.post ?? ""} ${claims.unit ?? ""}`.trim()),
    ...(scopes.length > 0
      ? scopes.map((scope) => text("scope", scope))
      : [text("hint", "无授权范围 No scopes")]),
  ];
}

function claimsOf(token) {
  try {
    const payload = token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/");
    const bytes = Uint8Array.from(atob(payload), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function text(kind, content) {
  const span = document.createElement("span");
  span.className = kind;
  span.textContent = content;
  return span;
}

/** A gateway behind a broken proxy answers HTML: say so, rather than complain of a stray "<". */
async function json(response) {
  const body = await response.text();
  try {
    return JSON.parse(body);
  } catch {
    throw new Error(`HTTP ${response.status} ${response.statusText}: 不是 JSON 应答 the answer is not JSON`);
  }
}
