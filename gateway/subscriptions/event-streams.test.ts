import { once } from "node:events";
import { type IncomingMessage, request as send } from "node:http";
import { createClient } from "graphql-sse";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { following, morning, type NotesGraph, openNotesGraph } from "./subscriptions.fixtures.ts";

let graph: NotesGraph;
beforeAll(async () => {
  graph = await openNotesGraph();
});
afterEach(() => graph.setClock(morning));
afterAll(() => graph.close());

interface StreamEvent {
  readonly id?: string;
  readonly event?: string;
  readonly data?: string;
}

/** A stream read by hand: its status and its events, one after the other. */
async function open(
  headers: Record<string, string>,
  { method = "GET", query = following, variables = {} as object | undefined, at = graph.url } = {},
) {
  const search = new URLSearchParams({
    query,
    ...(variables ? { variables: JSON.stringify(variables) } : {}),
  });
  const asked = send(method === "GET" ? `${at}?${search}` : at, {
    method,
    headers: { accept: "text/event-stream", ...headers },
  });
  asked.end(method === "GET" ? undefined : JSON.stringify({ query, variables }));
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  return { status: response.statusCode, headers: response.headers, response, events: eventsIn(response) };
}

async function* eventsIn(response: IncomingMessage): AsyncGenerator<StreamEvent, undefined> {
  let held = "";
  for await (const chunk of response.setEncoding("utf8")) {
    const parts = (held + chunk).split("\n\n");
    held = parts.pop() ?? "";
    for (const part of parts) {
      const fields = part.split("\n").map((line) => /^(\w*): ?(.*)$/.exec(line)?.slice(1) ?? ["", ""]);
      const event = Object.fromEntries(fields.filter(([name]) => name !== "")) as StreamEvent;
      if (event.event) yield event;
    }
  }
}

const nextOf = async (events: AsyncGenerator<StreamEvent, undefined>) => (await events.next()).value;
const tokenHeader = async () => ({ authorization: await graph.authorization() });

describe("subscriptions as server-sent events", () => {
  it("keep for every event why it is followed: basis, case, and on whose behalf", async () => {
    const after = await graph.last();
    const stated = { "whistlegraph-basis": "430105-A-0001", "whistlegraph-on-behalf-of": "%E5%AE%89" };
    const { events, response } = await open(
      { ...(await tokenHeader()), ...stated },
      { variables: { after } },
    );
    await graph.write("a");
    await nextOf(events);
    expect(graph.told.at(-1)).toMatchObject({ basis: "430105-A-0001", onBehalfOf: "安" });
    response.destroy();
    const bad = { ...(await tokenHeader()), "whistlegraph-on-behalf-of": "%zz" };
    expect((await open(bad, { variables: { after } })).status).toBe(400);
  });

  it("deliver each event, with its position as id", async () => {
    const after = await graph.last();
    const { status, headers, events, response } = await open(await tokenHeader(), { variables: { after } });
    expect([status, headers["content-type"]]).toEqual([200, "text/event-stream; charset=utf-8"]);
    await graph.write("a");
    expect(await nextOf(events)).toEqual({
      id: String(after + 1),
      event: "next",
      data: `{"data":{"noteChanges":{"position":${after + 1},"subject":"a"}}}`,
    });
    response.destroy();
  });

  it("go on after the last event a browser says it got", async () => {
    const after = await graph.last();
    await graph.write("a", "b", "c");
    const { events, response } = await open({
      ...(await tokenHeader()),
      "last-event-id": String(after + 2),
    });
    expect(await nextOf(events)).toMatchObject({ id: String(after + 3) });
    response.destroy();
  });

  it("work with the protocol's own client", async () => {
    const client = createClient({ url: graph.url, headers: await tokenHeader(), retryAttempts: 0 });
    const after = await graph.last();
    const results = client.iterate({ query: following, variables: { after } });
    const next = results.next();
    await graph.write("a");
    expect((await next).value).toEqual({ data: { noteChanges: { position: after + 1, subject: "a" } } });
    client.dispose();
  });

  it("tell in the stream what is wrong with an operation, so that a page learns of it", async () => {
    const { status, events } = await open(await tokenHeader(), { query: "{ books(names: []) { name } }" });
    const told = await nextOf(events);
    expect([status, JSON.parse(told?.data ?? "").errors[0].extensions.code]).toEqual([
      200,
      "SUBSCRIPTION_ONLY",
    ]);
    expect(await nextOf(events)).toEqual({ event: "complete", data: "" });
    expect(await nextOf(events)).toBeUndefined();
  });

  it("end at the next event once the token has run out", async () => {
    const { events } = await open(await tokenHeader(), { variables: { after: await graph.last() } });
    await graph.write("in time");
    await nextOf(events);
    graph.setClock("2026-06-01T11:00:00+08:00");
    await graph.write("too late");
    expect(JSON.parse((await nextOf(events))?.data ?? "").errors[0].extensions.code).toBe("UNAUTHENTICATED");
    expect(await nextOf(events)).toMatchObject({ event: "complete" });
  });

  it("end without being complete when the server stops: a browser asks again by itself", async () => {
    const own = await openNotesGraph();
    const headers = { authorization: await own.authorization() };
    const { events } = await open(headers, { variables: { after: 0 }, at: own.url });
    await own.write("a");
    await nextOf(events);
    await own.subscriptions.close();
    const told = await nextOf(events);
    expect(JSON.parse(told?.data ?? "").errors[0].extensions.code).toBe("SUBSCRIPTION_INTERRUPTED");
    expect(await nextOf(events)).toBeUndefined();
    await own.close();
  });

  it.each([
    ["of a page of another origin", { origin: "https://elsewhere.example" }, {}, 403, "ORIGIN_REFUSED"],
    ["with a token that is no good", { authorization: "Bearer x" }, {}, 401, "UNAUTHENTICATED"],
    ["without an operation", {}, { query: "" }, 400, "BAD_INPUT"],
    ["by another method", {}, { method: "PUT" }, 405, "METHOD_NOT_ALLOWED"],
    ["as a form", { "content-type": "text/plain" }, { method: "POST" }, 400, "BAD_INPUT"],
    [
      "from an event that has no place in it",
      { "last-event-id": "2" },
      { query: "subscription { noteChanges { position } }", variables: undefined },
      400,
      "BAD_INPUT",
    ],
  ])("are refused %s", async (_, headers, asked, status, code) => {
    const { response } = await open(headers, asked);
    let text = "";
    for await (const chunk of response) text += chunk;
    expect([response.statusCode, JSON.parse(text).errors[0].extensions.code]).toEqual([status, code]);
  });
});
