import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { namedPost, namedPosts } from "../../infra/issuer/named-posts.ts";
import { scopesOf } from "../../infra/issuer/posts.ts";
import { openBrowser, withoutBrowser } from "../../test/console/chromium.ts";
import { type SmallFederation, smallFederation } from "../../test/testkit/federation.ts";
import type { Identify } from "../access/identity.ts";
import { createSessionDoor } from "../session/session-door.ts";
import { bearerOf, openExplorer, serveExplorer, tokenSaying, watchedPage } from "./browser.fixtures.ts";
import { createExplorer } from "./explorer.ts";

/** A graph of two departments, one of which fails where it is asked to. */
const parts = {
  tickets: {
    sdl: `
      type Query @tag(name: "public") {
        "Tickets of a place (工单列表)"
        tickets("Which place (地点)" place: String): [Ticket!]!
        "What cannot be had (失联)"
        lost: Ticket
      }
      "A demand under way (工单)"
      type Ticket @key(fields: "number") @tag(name: "public") {
        "Running number (工单编号)"
        number: String!
        "Who handles it (承办单位)"
        unit: Unit
        "Where it stands (状态)"
        state: State
      }
      "State of a ticket (工单状态)"
      enum State @tag(name: "public") {
        "Struck off (销账)"
        ARCHIVED
      }
      type Unit @key(fields: "code") @tag(name: "public") { code: String! }`,
    resolvers: {
      Query: {
        tickets: () => [
          { number: "1", unit: { code: "a" } },
          { number: "2", unit: { code: "a" } },
        ],
        lost: () => {
          throw new Error("lost");
        },
      },
    },
  },
  departments: {
    sdl: `
      "A body of government (单位)"
      type Unit @key(fields: "code") @tag(name: "public") { code: String! name: String! }`,
    resolvers: { Unit: { name: () => "商务局" } },
  },
};
const operations = [
  {
    name: "across",
    query:
      "query Across($all: Boolean!) { tickets { number unit { name } } lost @include(if: $all) { unit { name } } }",
    variables: { all: false },
  },
];

const scopeOf = (id: string): string => {
  const named = namedPost(id);
  return named ? scopesOf(named.post).join(" ") : "";
};
const tokenOf = async (id: string): Promise<string> => {
  const named = namedPost(id);
  if (!named) throw new Error(`no named post ${id}`);
  return tokenSaying(named, scopeOf(id));
};

describe.skipIf(withoutBrowser)("the explorer's panels", () => {
  let graph: SmallFederation;
  let served: Awaited<ReturnType<typeof serveExplorer>>;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let askedForPlan: boolean[];

  beforeAll(async () => {
    const identify: Identify = async (authorization) => {
      const named = namedPost(bearerOf(authorization) ?? "");
      return named ? { ...named, scopes: scopesOf(named.post) } : null;
    };
    graph = await smallFederation(parts, identify, { introspection: "everyone" });
    const posts = { list: () => namedPosts.map((named) => ({ ...named, scopes: [] })), token: tokenOf };
    const pages = [createExplorer({ operations }), createSessionDoor({ posts })];
    served = await serveExplorer((request, response) => {
      if (pages.some((page) => page(request, response))) return;
      askedForPlan.push(request.headers["whistlegraph-plan"] !== undefined);
      void graph.gateway.handle(request, response);
    });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    served.close();
    await graph.stop();
  });

  beforeEach(async () => {
    askedForPlan = [];
    ({ page, complaints } = await watchedPage(browser));
    page.setDefaultTimeout(10_000);
    await openExplorer(page, served.url);
  });
  afterEach(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });

  const show = (title: string) => page.click(`button[aria-label="Show ${title}"]`);
  const be = async (post: string) => {
    await page.selectOption("#post", post);
    await page.waitForSelector("#holder .name");
  };
  const run = async () => {
    await page.click(".graphiql-execute-button");
    await page.waitForSelector(".result-window:has-text('商务局')");
  };
  const shown = (selector: string) => page.waitForSelector(selector).then((found) => found.textContent());
  const rows = () => page.locator(".plan .fetch > summary").allTextContents();

  describe("查询计划 Query plan", () => {
    const title = "查询计划 Query plan";
    const switchOn = () => page.check(".plan input[type=checkbox]");

    it("asks for no plan until it is switched on", async () => {
      await be("kaifu-dispatcher");
      await show(title);
      expect(await shown(".plan .hint")).toContain("Switch it on");
      await run();
      expect(await shown(".plan .hint")).toContain("Switch it on");
      expect(askedForPlan).not.toContain(true);
    });

    it("shows who was asked what, when and with what result, and leaves the answer clean", async () => {
      await be("kaifu-dispatcher");
      await show(title);
      await switchOn();
      expect(await shown(".plan .hint")).toContain("Run an operation");
      await run();
      expect(await shown(".plan .summary")).toMatch(/^Across总计 in all [\d.]+ ms/);
      expect(await page.textContent(".result-window")).not.toContain("extensions");
      expect(await rows()).toEqual([
        expect.stringMatching(/^tickets[\d.]+ ms$/),
        expect.stringMatching(/^departments[\d.]+ ms×1tickets\.@\.unit$/),
        expect.stringMatching(/^departments按条件略去 excludedlost\.unit$/),
      ]);
      expect(await page.textContent(".plan .steps")).toContain("$all 不成立 does not hold");
      expect(await page.locator(".plan .took").count()).toBe(2);

      await page.click(".plan .fetch:has-text('tickets.@.unit') > summary");
      expect(await page.innerText(".plan .fetch[open] dl")).toMatch(
        /Distinct entities\s+1\s[\s\S]*Objects joined into\s+2\s[\s\S]*\.\.\. on Unit \{[\s\S]*query Across__departments__1/,
      );
      expect(await page.textContent(".plan .text pre")).toContain("└─");
      // What GraphiQL asks of the schema by itself comes without.
      expect(askedForPlan.filter(Boolean)).toHaveLength(1);
    });

    it("says to whom plans are open, and leaves the answer standing, where they are not to the reader", async () => {
      await be("kaifu-market-responder");
      await show(title);
      await switchOn();
      await run();
      expect(await shown(".plan .withheld")).toMatch(/未向您开放.*needs scope plan:read.*dispatchers/);
    });

    it("says so where a request was refused before there was anything to carry out", async () => {
      await be("kaifu-dispatcher");
      await show(title);
      await switchOn();
      await run();
      await page.click(".graphiql-tab-add");
      await page.locator(".graphiql-query-editor .CodeMirror").click();
      await page.keyboard.press("Control+A");
      await page.keyboard.type("{ nothing");
      await page.click(".graphiql-execute-button");
      await page.waitForSelector(".result-window:has-text('errors')");
      expect(await shown(".plan .hint")).toContain("not carried out");
      // The editor marks what is wrong with a document it cannot read.
      complaints.length = 0;
    });

    it("stays switched on through a reload", async () => {
      await be("kaifu-data-steward");
      await show(title);
      await switchOn();
      await page.reload();
      await page.waitForSelector("#holder .name");
      await show(title);
      await run();
      expect(await shown(".plan .summary")).toContain("Across");
    });

    it.each(["light", "dark"] as const)("can be read in %s colours", async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await be("kaifu-dispatcher");
      await show(title);
      await switchOn();
      await run();
      for (const selector of [".plan .subgraph", ".plan .path", ".plan .summary", ".plan .switch"]) {
        const colours = await page.evaluate<string[]>(coloursOf(selector));
        expect(contrastOf(colours), `${selector}: ${colours.join(" on ")}`).toBeGreaterThan(4.5);
      }
    });

    it("fits a telephone", async () => {
      await page.setViewportSize({ width: 360, height: 640 });
      await be("kaifu-dispatcher");
      await show(title);
      await switchOn();
      await page.click(".graphiql-execute-button");
      await page.click(".plan .fetch > summary");
      await page.waitForSelector(".plan .fetch[open] pre");
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    });
  });

  describe("搜索图谱 Search the graph", () => {
    const search = async (words: string): Promise<string[]> => {
      await page.fill(".search input", words);
      await page.waitForSelector(`.search .found[data-words="${words}"]`);
      return page.locator(".search li code").allTextContents();
    };
    beforeEach(() => show("搜索图谱 Search the graph"));

    const found: readonly (readonly [words: string, coordinates: readonly string[]])[] = [
      ["工单", ["State", "Ticket", "Query.tickets", "Ticket.number"]],
      ["承办单位", ["Ticket.unit"]],
      ["地点", ["Query.tickets(place:)"]],
      ["销账", ["State.ARCHIVED"]],
      ["失联", ["Query.lost"]],
      ["TICKET", ["Ticket", "Query.tickets"]],
      ["ticket 编号", ["Ticket.number"]],
      [".*", []],
    ];

    it("finds types, fields, arguments and values by either language, what matters most first", async () => {
      for (const [words, coordinates] of found) {
        expect((await search(words)).slice(0, coordinates.length || 1), words).toEqual(coordinates);
      }
      expect(await shown(".search .hint")).toContain("No type or field matches");
    });

    it("opens what was found in the documentation", async () => {
      await search("承办单位");
      await page.click(".search li button");
      expect(await shown(".graphiql-doc-explorer-title")).toBe("unit");
      expect(await shown(".graphiql-doc-explorer-back")).toContain("Ticket");
    });
  });
});

/** An element's ink and the paper behind it, as CSS colours. */
const coloursOf = (selector: string): string => `(() => {
  let paper = document.querySelector(${JSON.stringify(selector)});
  const ink = getComputedStyle(paper).color;
  const colour = () => getComputedStyle(paper).backgroundColor;
  while (colour().endsWith(", 0)")) paper = paper.parentElement;
  return [ink, colour()];
})()`;

/** Contrast of two colours by WCAG 2. */
function contrastOf(colours: readonly string[]): number {
  const [dark = 0, light = 0] = colours.map(luminanceOf).sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((value) => {
    const part = Number(value) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
