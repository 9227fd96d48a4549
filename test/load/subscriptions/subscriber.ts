import { LeanSocket } from "./lean-socket.ts";

export interface SubscriberSettings {
  readonly port: number;
  readonly authorization: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly after: number;
  readonly events: number;
}

/** What one subscriber saw. */
export interface Tally {
  /** How many times each event was told. */
  readonly seen: Uint8Array;
  /** Events told at least once. */
  delivered: number;
  readonly latencies: number[];
  readonly refusals: string[];
  interruptions: number;
}

const shortestPause = 200;
const longestPause = 5_000;

/**
 * One client: a WebSocket with one subscription that comes back by itself, from the position of the last event it got.
 * It speaks the protocol by hand, to cost the machine that it shares with the server as little as can be.
 */
export class Subscriber {
  readonly tally: Tally;
  connected = false;
  readonly #settings: SubscriberSettings;
  #after: number;
  #attempts = 0;

  constructor(settings: SubscriberSettings) {
    this.#settings = settings;
    this.#after = settings.after;
    this.tally = {
      seen: new Uint8Array(settings.events),
      delivered: 0,
      latencies: [],
      refusals: [],
      interruptions: 0,
    };
  }

  /** Resolves when the subscription has been asked for. */
  open(): Promise<void> {
    return new Promise((resolve) => this.#connect(resolve));
  }

  #connect(onSubscribed: () => void): void {
    const { port, authorization, query, variables } = this.#settings;
    const say = (message: object): void => socket.send(JSON.stringify(message));
    const socket = new LeanSocket({
      port,
      onOpen: () => say({ type: "connection_init", payload: { authorization } }),
      onMessage: (message) => {
        const { type, payload } = JSON.parse(message);
        if (type === "connection_ack") {
          this.connected = true;
          this.#attempts = 0;
          const asked = { query, variables: { ...variables, after: this.#after } };
          say({ id: "1", type: "subscribe", payload: asked });
          onSubscribed();
        } else if (type === "next" && payload.data && !payload.errors)
          this.#take(Object.values(payload.data)[0] as Change);
        else if (type === "next" || type === "error") {
          this.tally.refusals.push(JSON.stringify(payload).slice(0, 300));
          socket.close();
        }
      },
      onClose: () => {
        if (this.connected) this.tally.interruptions += 1;
        this.connected = false;
        const longest = Math.min(shortestPause * 2 ** this.#attempts++, longestPause);
        setTimeout(() => this.#connect(onSubscribed), longest * (0.5 + Math.random() / 2));
      },
    });
  }

  #take({ position, kind, at, ticket }: Change): void {
    // An event whose joined part is missing has not been delivered.
    if (!ticket?.handlingUnit?.name) return;
    this.#after = position;
    const { tally } = this;
    const index = Number(kind.split("_").at(-1));
    const before = tally.seen[index] ?? 0;
    tally.seen[index] = before + 1;
    if (before === 0) tally.delivered += 1;
    // The first event shows that all are there; code and plans are warm after it.
    if (index > 0) tally.latencies.push(Date.now() - Date.parse(at));
  }
}

interface Change {
  readonly position: number;
  readonly kind: string;
  readonly at: string;
  readonly ticket: { readonly handlingUnit: { readonly name: string } | null } | null;
}
