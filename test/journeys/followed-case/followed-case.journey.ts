import { createClient as createStreamClient } from "graphql-sse";
import { createClient } from "graphql-ws";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WebSocket } from "ws";
import type { TestStack } from "../../testkit/stack.ts";
import { matter, place } from "../ground.ts";
import { type Journey, journeyThrough } from "../journey.ts";
import { reported } from "../reported.ts";

const ticketChanges = `subscription ($division: DivisionCode, $after: Int) {
  ticketChanges(division: $division, after: $after) {
    position
    kind
    ticket { number state division { name } grid { name } handlingUnit { name } }
  }
}`;

interface Change {
  readonly position: number;
  readonly kind: string;
  readonly ticket: {
    readonly number: string;
    readonly state: string;
    readonly division: { readonly name: string };
    readonly grid: { readonly name: string } | null;
    readonly handlingUnit: { readonly name: string } | null;
  };
}
type Results = AsyncIterator<{ readonly data?: { ticketChanges: Change } | null | undefined }>;

/** A case is followed as it happens: the town's wall screen over WebSocket, the resident's page as an event stream. */
export function followedCase(on: () => TestStack): void {
  let stack: TestStack;
  let journey: Journey;
  const leaving: (() => unknown)[] = [];

  beforeAll(() => {
    stack = on();
    journey = journeyThrough(stack);
    journey.at("2026-06-01T09:00:00+08:00");
  });
  afterAll(async () => {
    for (const leave of leaving) await leave();
  });

  async function screen(post: string, query: string, variables: Record<string, unknown>): Promise<Results> {
    const client = createClient({
      url: `${stack.url.replace("http", "ws")}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { authorization: await stack.authorizationOf(post) },
    });
    leaving.push(() => client.dispose());
    return client.iterate<{ ticketChanges: Change }>({ query, variables });
  }

  async function page(post: string, variables: Record<string, unknown>): Promise<Results> {
    const client = createStreamClient({
      url: `${stack.url}/graphql`,
      headers: { authorization: await stack.authorizationOf(post) },
      retryAttempts: 0,
    });
    leaving.push(() => client.dispose());
    return client.iterate<{ ticketChanges: Change }>({ query: ticketChanges, variables });
  }

  async function take(results: Results, count: number): Promise<Change[]> {
    const taken: Change[] = [];
    while (taken.length < count) taken.push((await results.next()).value.data.ticketChanges);
    return taken;
  }

  const report = (post: string, channel: string): Promise<string> =>
    reported(journey, post, {
      kind: "HELP",
      channel,
      text: "小区没有充电桩，请尽快安装",
      place: { gridCode: place.huijingGrid },
    });

  it("tells the town each step, joined with what other departments know, and the resident of their own case alone", async () => {
    const wall = await screen("pinggu-street-leader", ticketChanges, { division: place.mafang, after: 0 });
    const own = await page("pinggu-resident", { after: 0 });
    const [told, toldResident] = [take(wall, 4), take(own, 1)];

    const others = await report("pinggu-dispatcher", "HOTLINE_12345");
    await journey.does("pinggu-dispatcher", "matchTicket", {
      number: others,
      input: { matter: matter.chargers },
    });
    await journey.does("pinggu-dispatcher", "dispatchTicket", { number: others });
    const residents = await report("pinggu-resident", "SNAP_AND_REPORT");

    const steps = await told;
    expect(steps.map(({ kind }) => kind)).toEqual([
      "TICKET_RECEIVED",
      "TICKET_MATCHED",
      "TICKET_DISPATCHED",
      "TICKET_RECEIVED",
    ]);
    expect(steps.map(({ ticket }) => ticket.number)).toEqual([others, others, others, residents]);
    expect(steps[2]?.ticket).toEqual({
      number: others,
      state: "DISPATCHED",
      division: { name: "汇景社区居委会" },
      grid: { name: "汇景第1网格" },
      handlingUnit: { name: "区住建委" },
    });
    expect((await toldResident).map(({ ticket }) => ticket.number)).toEqual([residents]);
  });

  it("goes on after the last change somebody got, however long they were away", async () => {
    const [first] = await take(await page("pinggu-street-leader", { division: place.pinggu, after: 0 }), 1);
    const rest = await screen("pinggu-street-leader", ticketChanges, { after: first?.position ?? 0 });
    expect((await take(rest, 3)).map(({ kind }) => kind)).toEqual([
      "TICKET_MATCHED",
      "TICKET_DISPATCHED",
      "TICKET_RECEIVED",
    ]);
  });

  it("is not told to a district it does not lie in", async () => {
    const elsewhere = await screen("kaifu-dispatcher", ticketChanges, { after: 0 });
    const told = take(elsewhere, 1);
    const inKaifu = await reported(journey, "kaifu-dispatcher", {
      kind: "HELP",
      text: "西长街市场脏乱差",
      place: { gridCode: place.marketGrid },
    });
    expect((await told).map(({ ticket }) => ticket.number)).toEqual([inKaifu]);
  });

  it("keeps the feed of all changes to those who hold its scope", async () => {
    const feed = await screen(
      "pinggu-dispatcher",
      "subscription { ticketFeed(after: 0) { position subject } }",
      {},
    );
    await expect(feed.next()).rejects.toMatchObject([{ extensions: { code: "WITHHELD" } }]);
  });
}
