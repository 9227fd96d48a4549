import type { IncomingMessage } from "node:http";
import { json } from "node:stream/consumers";
import { buildSchema, graphql } from "graphql";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { namedPost, namedPosts } from "../../infra/issuer/named-posts.ts";
import { violationsOf } from "../../test/console/accessible.ts";
import { openBrowser, withoutBrowser } from "../../test/console/chromium.ts";
import { createSessionDoor } from "../session/session-door.ts";
import { bearerOf, openExplorer, serveExplorer, tokenSaying, watchedPage } from "./browser.fixtures.ts";
import { createExplorer } from "./explorer.ts";

/** A graph that tells who asks, from the token it was sent. */
const schema = buildSchema(`
  type Query { asker(about: String): Asker }
  type Asker { sub: String, about: String, preflight: String, basis: String, case: String }
`);
const operations = [
  {
    name: "asker",
    query: "query Asker($about: String) { asker(about: $about) { sub about } }",
    variables: { about: "西长街" },
  },
  { name: "bare", query: "query Bare { asker { preflight basis case } }" },
];
const Body = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

const tokenOf = (id: string): string => {
  const named = namedPost(id);
  if (!named) throw new Error(`no named post ${id}`);
  return tokenSaying(named, "resident:read");
};

/** Who asked the graph to describe itself, in order. */
let describedTo: string[];

async function answer(request: IncomingMessage): Promise<string> {
  const { query, variables, operationName } = Body.parse(await json(request));
  const sub = bearerOf(request.headers.authorization) ?? "nobody";
  if (operationName === "IntrospectionQuery") describedTo.push(sub);
  const preflight = request.headers["apollo-require-preflight"];
  const [basis, case_] = [request.headers["whistlegraph-basis"], request.headers["whistlegraph-case"]];
  return JSON.stringify(
    await graphql({
      schema,
      source: query,
      variableValues: variables,
      operationName,
      rootValue: {
        asker: ({ about }: { about?: string }) => ({ sub, about, preflight, basis, case: case_ }),
      },
    }),
  );
}

function serve(isLocal: boolean): ReturnType<typeof serveExplorer> {
  const posts = {
    list: () => namedPosts.map((named) => ({ ...named, scopes: [] })),
    token: async (id: string) => tokenOf(id),
  };
  const pages = [createExplorer({ operations }), createSessionDoor(isLocal ? { posts } : {})];
  return serveExplorer(async (request, response) => {
    if (pages.some((page) => page(request, response))) return;
    response.setHeader("content-type", "application/json");
    response.end(await answer(request));
  });
}

/** What GraphiQL 3 does wrong by itself, in parts of the page that are wholly its own. */
const graphiqlsOwn: Readonly<Record<string, readonly string[]>> = {
  // Tabs are buttons within elements that say they are tabs, so that they can be dragged.
  "nested-interactive": [".graphiql-tab"],
  "aria-required-children": [".graphiql-tabs"],
  // CodeMirror 5 scrolls by the field that has the focus, not by what is scrolled.
  "scrollable-region-focusable": [".CodeMirror-scroll"],
};

describe.skipIf(withoutBrowser)("the explorer in a browser", () => {
  let local: Awaited<ReturnType<typeof serve>>;
  let production: Awaited<ReturnType<typeof serve>>;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    [local, production] = await Promise.all([serve(true), serve(false)]);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    local.close();
    production.close();
  });

  beforeEach(async () => {
    describedTo = [];
    ({ page, complaints } = await watchedPage(browser));
  });
  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });

  const open = (url: string) => openExplorer(page, url);
  const run = () => page.click(".graphiql-execute-button");
  /** As the console writes it down. */
  const choose = (language: string, colours: string) =>
    page.evaluate(
      `localStorage.setItem("whistlegraph:language", "${language}");
      localStorage.setItem("whistlegraph:color-scheme", "${colours}")`,
    );
  const savedOperations = () => page.evaluate<string>('localStorage.getItem("whistlegraph:operations")');
  const sees = (text: string) => page.waitForSelector(`.result-window:has-text('${text}')`);

  it("runs a sample operation with its variables, as nobody at first", async () => {
    await open(local.url);
    expect(await page.textContent("#holder")).toContain("公开");
    await run();
    await sees('"sub": "nobody"');
    await sees('"about": "西长街"');
  });

  it("opens every sample in a tab, and sends the header the forgery guard asks for", async () => {
    await open(local.url);
    await page.click(".graphiql-tab-button:has-text('Bare')");
    // GraphiQL reads the operation's name from the editor a tenth of a second after the tab has changed.
    await expect.poll(() => page.evaluate("sessionStorage.getItem('graphiql:operationName')")).toBe("Bare");
    await run();
    await sees('"preflight": "true"');
  });

  it("asks as the post chosen, says who that is, and remembers it through a reload", async () => {
    await open(local.url);
    await page.selectOption("#post", "kaifu-community-secretary");
    await page.waitForSelector("#holder .scope:has-text('resident:read')");
    expect(await page.textContent("#holder")).toContain("罗建湘COMMUNITY_SECRETARY 430105010003");
    await run();
    await sees('"sub": "kaifu-community-secretary"');

    await page.reload();
    await page.waitForSelector("#holder .name:has-text('罗建湘')");
    expect(await page.inputValue("#post")).toBe("kaifu-community-secretary");

    await page.selectOption("#post", "");
    await page.waitForSelector("#holder .hint");
    await run();
    await sees('"sub": "nobody"');
  });

  it("groups the posts by place, the public first", async () => {
    await open(local.url);
    expect(await page.textContent("#post > option")).toContain("No token");
    expect(await page.getAttribute("#post > optgroup", "label")).toBe(
      "开福区（通泰街街道） Kaifu (Tongtaijie)",
    );
    expect(await page.locator("#post option").count()).toBe(namedPosts.length + 1);
  });

  it("takes a pasted token where there is no issuer", async () => {
    await open(production.url);
    expect(await page.isVisible("#post")).toBe(false);
    await page.fill("#token", "nonsense");
    await page.waitForSelector("#holder .problem:has-text('Not a JWT')");
    await page.fill("#token", tokenOf("pinggu-housing-chief"));
    await page.waitForSelector("#holder .name:has-text('路振华')");
    await run();
    await sees('"sub": "pinggu-housing-chief"');
  });

  it("has the graph described anew to another asker: not everybody may be told the same", async () => {
    await open(production.url);
    await page.fill("#token", tokenOf("pinggu-housing-chief"));
    await page.press("#token", "Enter");
    await expect.poll(() => describedTo).toEqual(["nobody", "pinggu-housing-chief"]);

    await open(local.url);
    await page.selectOption("#post", "kaifu-community-secretary");
    await expect.poll(() => describedTo.slice(2)).toEqual(["nobody", "kaifu-community-secretary"]);
  });

  it("is a room of the console: the way back, its language and its colours", async () => {
    await open(local.url);
    expect(await page.getAttribute("h1 a", "href")).toBe("/");
    expect((await page.locator("body").getAttribute("class")) ?? "").not.toContain("graphiql-dark");

    await choose("zh", "dark");
    await open(local.url);
    expect(await page.locator("body").getAttribute("class")).toContain("graphiql-dark");
    expect(await page.getAttribute("html", "lang")).toBe("zh-CN");
    expect(await page.innerText(".bar h1")).not.toContain("Explorer");
    expect(await page.getAttribute("#post > optgroup", "label")).toBe("开福区（通泰街街道）");

    await choose("en", "light");
    await open(local.url);
    expect(await page.locator("body").getAttribute("class")).toContain("graphiql-light");
    expect(await page.innerText(".bar")).not.toMatch(/\p{Script=Han}/u);
    await page.selectOption("#post", "kaifu-list-keeper");
    await page.waitForSelector("#holder .scope");
  });

  it("states basis and case with every request, and keeps them in the tab", async () => {
    await open(local.url);
    await page.fill("#basis", "430105-A-0001");
    await page.fill("#case", "430105-20261014-000001");
    await page.reload();
    await page.waitForSelector(".graphiql-execute-button");
    expect(await page.inputValue("#basis")).toBe("430105-A-0001");
    await page.click(".graphiql-tab-button:has-text('Bare')");
    await expect.poll(() => page.evaluate("sessionStorage.getItem('graphiql:operationName')")).toBe("Bare");
    await run();
    await sees('"basis": "430105-A-0001"');
    await sees('"case": "430105-20261014-000001"');

    await page.fill("#basis", "");
    await run();
    await sees('"basis": null');
    await page.fill("#case", "第一案");
    await run();
    await sees("不是编码或编号");
  });

  it("saves operations by name, without their variables, opens and deletes them", async () => {
    await open(local.url);
    await page.click('button[aria-label="Show 操作 Operations"]');
    expect(await page.locator(".operations li .open").allTextContents()).toEqual(["asker", "bare"]);
    expect(await page.textContent(".operations form")).toContain("no variables");
    await page.click(".operations form button");
    expect(await page.textContent(".operations .said")).toContain("Give a name");
    await page.fill(".operations form input", "我的查询");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".operations .said:has-text('已保存')");
    const kept = JSON.parse((await savedOperations()) ?? "");
    expect(kept).toEqual([{ name: "我的查询", query: operations[0]?.query }]);

    await page.reload();
    await page.click('button[aria-label="Show 操作 Operations"]');
    await page.waitForSelector(".operations li");
    const tabs = await page.locator(".graphiql-tab").count();
    await page.click(".operations li .open:has-text('我的查询')");
    await expect.poll(() => page.locator(".graphiql-tab").count()).toBe(tabs + 1);
    const written = () =>
      page.evaluate("document.querySelector('.graphiql-query-editor .CodeMirror').CodeMirror.getValue()");
    await expect.poll(written).toBe(operations[0]?.query);
    await run();
    await sees('"about": null');

    await page.click(".operations li .open:has-text('asker')");
    await run();
    await sees('"about": "西长街"');
    await page.click('.operations button[aria-label="删除 我的查询 Delete 我的查询"]');
    await page.waitForSelector(".operations .hint:has-text('Nothing saved yet')");
    expect(await savedOperations()).toBe("[]");
  });

  it.each(["light", "dark"] as const)("is free of what axe finds, in %s colours", async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await open(local.url);
    await page.click('button[aria-label="Show 操作 Operations"]');
    await page.waitForSelector(".operations li");
    await run();
    await sees('"sub": "nobody"');
    expect(await violationsOf(page, graphiqlsOwn)).toEqual([]);
  });

  it.each([
    { width: 1280, height: 800 },
    { width: 360, height: 640 },
  ])("fits a window of $width by $height, settings open", async (size) => {
    await page.setViewportSize(size);
    await open(local.url);
    await page.selectOption("#post", "kaifu-investment-responder");
    await page.waitForSelector("#holder .name:has-text('汤明辉')");
    await page.click('button[aria-label="Open settings dialog"]');
    await page.waitForSelector(".graphiql-dialog");
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(size.width);
  });
});
