import type { IncomingMessage, ServerResponse } from "node:http";
import type { FormattedExecutionResult } from "graphql";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { groundsOf } from "../access/grounds.ts";
import { asRefusal, Delivery, type DeliverySettings } from "./delivery.ts";
import type { Pace } from "./paced-socket.ts";
import { refuseForeignPages } from "./page-origin.ts";
import type { Places } from "./places.ts";
import { readStreamRequest, takesAfter } from "./stream-request.ts";

/** Something is sent so often, in milliseconds, that nobody on the way takes the connection for dead. */
const heartbeat = 20_000;

export interface EventStreamSettings extends DeliverySettings {
  readonly places: Places;
  readonly pace: Pace;
  readonly allowedOrigins: ReadonlySet<string>;
}

export interface EventStreams {
  /** Serves one request to its end, which may be hours away. */
  serve(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Tells every client to come back, and ends the streams. */
  close(): void;
}

/**
 * Whether the client asks for a stream of events and nothing else: some name it beside JSON with whatever they ask, for
 * who would rather answer so.
 */
export const wantsEvents = ({ headers: { accept = "" } }: IncomingMessage): boolean =>
  accept.includes("text/event-stream") && !accept.includes("json");

interface Stream {
  readonly response: ServerResponse;
  delivery?: Delivery;
}

/**
 * Subscriptions as server-sent events, by GraphQL over SSE in distinct connections mode: `next` with a result for each
 * event, `complete` at the end. What is wrong with the operation is told in the stream, because browsers hide other answers
 * from the page and ask again for ever.
 */
export function serveEventStreams(settings: EventStreamSettings): EventStreams {
  const { places, pace, allowedOrigins, identify, clock, log } = settings;
  const streams = new Set<Stream>();
  let stopping = false;

  const beat = setInterval(() => {
    for (const { response } of streams) if (!response.writableNeedDrain) response.write(":\n\n");
  }, heartbeat).unref();

  async function deliver(stream: Stream, delivery: Delivery, withIds: boolean): Promise<void> {
    const { response } = stream;
    stream.delivery = delivery;
    for await (const text of delivery) {
      response.write(event("next", text, withIds ? positionIn(text) : undefined));
      if (response.writableLength > pace.maximumBufferedBytes && !(await drained(response, pace))) return;
    }
  }

  return {
    async serve(request, response) {
      if (stopping) throw refuse("STOPPING");
      refuseForeignPages(request, allowedOrigins);
      if (request.method !== "GET" && request.method !== "POST")
        throw refuse("METHOD_NOT_ALLOWED", {
          path: "/graphql",
          method: request.method ?? "",
          allowed: "GET, POST",
        });
      const { extensions, ...asked } = await readStreamRequest(request);
      const { authorization } = request.headers;
      const grounds = groundsOf(request.headers, extensions);
      const principal = await identify(authorization, clock());
      const leaves = [places.take()];
      const stream: Stream = { response };
      try {
        leaves.push(places.takeFor(principal, request));
        response.writeHead(200, streamHeaders);
        response.write(":\n\n");
        streams.add(stream);
        response.once("close", () => stream.delivery?.return());
        const delivery = await Delivery.begin(settings, asked, { authorization, grounds });
        if (response.closed) await delivery.return();
        else await deliver(stream, delivery, takesAfter(asked));
        end(response, event("complete", ""));
      } catch (error) {
        if (!response.headersSent) throw error;
        end(response, event("next", refusedText(asRefusal(error, log))) + event("complete", ""));
      } finally {
        streams.delete(stream);
        for (const leave of leaves) leave();
      }
    },

    close() {
      stopping = true;
      clearInterval(beat);
      for (const { response, delivery } of streams) {
        // Without `complete`: what ends so is not over, and browsers ask for it again by themselves.
        response.end(event("next", refusedText(refuse("SUBSCRIPTION_INTERRUPTED"))));
        delivery?.return();
      }
    },
  };
}

const streamHeaders = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  // Proxies of the nginx kind would hold events back until a buffer is full.
  "x-accel-buffering": "no",
};

const event = (name: "next" | "complete", data: string, id?: number): string =>
  `${id === undefined ? "" : `id: ${id}\n`}event: ${name}\ndata: ${data}\n\n`;

/** Whoever was told to come back has been told everything. */
function end(response: ServerResponse, text: string): void {
  if (!response.writableEnded) response.end(text);
}

const refusedText = (refusal: { toJSON(): unknown }): string =>
  JSON.stringify({ errors: [refusal.toJSON()] });

/** The position of the one change a result tells of, where it was asked for under its own name. */
function positionIn(text: string): number | undefined {
  const { data } = JSON.parse(text) as FormattedExecutionResult;
  const [change] = Object.values(data ?? {});
  const { position } = (change ?? {}) as { position?: unknown };
  return typeof position === "number" ? position : undefined;
}

/** Waits until the client has taken what was written; false when it does not, and was cut off. */
function drained(response: ServerResponse, { slowAfterMilliseconds }: Pace): Promise<boolean> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => response.destroy(), slowAfterMilliseconds);
    const done = (): void => {
      clearTimeout(limit);
      response.off("drain", done);
      response.off("close", done);
      resolve(!response.destroyed);
    };
    response.once("drain", done);
    response.once("close", done);
  });
}
