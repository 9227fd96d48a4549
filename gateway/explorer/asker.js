// Who asks: a named post, whoever has signed in at the console, a pasted token, or nobody.
import { words } from "./bilingual.js";
import { borrowedToken, whenLenderLeaves } from "./borrowed-token.js";

const CHOSEN_POST = "whistlegraph:post";

/** Gives the token to send, or undefined. Asked for every request, so that a page left open never sends a stale one. */
let tokenToSend = async () => undefined;
const holder = document.getElementById("holder");

export const token = () => tokenToSend();

/** Offers what there is to choose from; `changed` is called when somebody else asks from then on. */
export async function offerAskers(changed) {
  const { posts, openId } = await json(await fetch("/session/config.json"));
  if (posts) offerPosts(document.getElementById("post"), posts, changed);
  else takeToken(document.getElementById("token"), openId !== null, changed);
}

function offerPosts(select, posts, changed) {
  select.options[0].text = words("不带令牌（公开）", "No token (public)", "· ");
  for (const [place, held] of Map.groupBy(posts, ({ place }) => words(place.zh, place.en))) {
    const group = document.createElement("optgroup");
    group.label = place;
    group.append(...held.map(({ id, label }) => new Option(words(label.zh, label.en, " · "), id)));
    select.append(group);
  }
  const before = sessionStorage.getItem(CHOSEN_POST);
  if (posts.some(({ id }) => id === before)) select.value = before;
  select.addEventListener("change", () => {
    if (select.value) sessionStorage.setItem(CHOSEN_POST, select.value);
    else sessionStorage.removeItem(CHOSEN_POST);
    use(() => tokenOf(select.value));
    changed();
  });
  use(() => tokenOf(select.value));
  document.getElementById("post-field").hidden = false;
}

async function tokenOf(post) {
  if (post === "") return undefined;
  const answer = await json(await fetch(`/session/token?post=${encodeURIComponent(post)}`));
  if (answer.token) return answer.token;
  throw new Error(
    answer.errors.map(({ message, extensions }) => words(extensions.messageZh, message)).join("\n"),
  );
}

/** A token that is pasted; where people sign in at the console, and none is, theirs. */
function takeToken(input, isBorrowed, changed) {
  input.placeholder = isBorrowed
    ? words("沿用控制台登录，或粘贴令牌", "As signed in at the console, or paste a token")
    : words("粘贴令牌", "Paste a token");
  const given = async () => input.value.trim() || (isBorrowed ? borrowedToken() : undefined);
  input.addEventListener("input", () => use(given));
  input.addEventListener("change", changed);
  use(given);
  if (isBorrowed) followConsole(given, changed, () => input.value.trim() !== "");
  document.getElementById("token-field").hidden = false;
}

/**
 * Whoever comes back to this page may have signed in or out meanwhile: the graph may describe itself otherwise then. What
 * one left here, variables and answers, is not shown to the next.
 */
function followConsole(given, changed, isPasted) {
  document.getElementById("sign-in").hidden = false;
  let before;
  let whose;
  const look = async () => {
    const { sub, post, unit } = claimsOf((await given()) ?? "") ?? {};
    const seat = JSON.stringify([sub, post, unit]);
    if (sub !== undefined && !isPasted()) {
      if (whose !== undefined && whose !== seat) return forget();
      whose = seat;
    }
    if (seat === before) return;
    if (before !== undefined) {
      use(given);
      changed();
    }
    before = seat;
  };
  look();
  window.addEventListener("focus", look);
  whenLenderLeaves(() => {
    if (!isPasted()) forget();
  });
}

/** Begins anew with an empty page: what is kept in the tab is whoever's it was. */
function forget() {
  sessionStorage.clear();
  location.reload();
}

/** From now on requests go out with these tokens; the bar shows what they say. */
async function use(source) {
  tokenToSend = source;
  const shown = await source().then(describe, (error) => [text("problem", error.message)]);
  // A slow answer for the post chosen before must not be shown under the one chosen since.
  if (tokenToSend === source) holder.replaceChildren(...shown);
}

function describe(token) {
  if (!token) return [text("hint", words("只显示公开类型", "Public types only"))];
  const claims = claimsOf(token);
  if (!claims) return [text("problem", words("不是有效的 JWT", "Not a JWT"))];
  const scopes = String(claims.scope ?? "")
    .split(" ")
    .filter(Boolean);
  return [
    text("name", claims.name ?? claims.sub ?? ""),
    text("post", `${claims.post ?? ""} ${claims.unit ?? ""}`.trim()),
    ...(scopes.length > 0
      ? scopes.map((scope) => text("scope", scope))
      : [text("hint", words("无授权范围", "No scopes"))]),
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
export async function json(response) {
  const body = await response.text();
  try {
    return JSON.parse(body);
  } catch {
    throw new Error(
      `HTTP ${response.status} ${response.statusText}: ${words("不是 JSON 应答", "the answer is not JSON")}`,
    );
  }
}
