import type { IncomingMessage } from "node:http";
import { refuse } from "../../subgraphs/shared/errors.ts";
import type { Principal } from "../../subgraphs/shared/principal.ts";
import { clientAddress } from "../limits/client-address.ts";
import { clientOf } from "../limits/rate-limit.ts";
import type { SubscriptionLimits } from "./subscription-limits.ts";

export interface PlacesSettings extends Pick<SubscriptionLimits, "connections" | "connectionsPerCaller"> {
  /** Proxies of our own in front of us, which state the address they speak for. */
  readonly proxies: number;
}

/** Gives a place back; doing so twice changes nothing. */
export type Leave = () => void;

/** How many connections stand open. Each costs memory as long as it does, whether anything happens or not. */
export class Places {
  readonly #settings: PlacesSettings;
  readonly #perCaller = new Map<string, number>();
  #taken = 0;

  constructor(settings: PlacesSettings) {
    this.#settings = settings;
  }

  /** A place among everybody's. */
  take(): Leave {
    const { connections } = this.#settings;
    if (this.#taken >= connections) throw tooMany(connections);
    this.#taken += 1;
    return once(() => {
      this.#taken -= 1;
    });
  }

  /**
   * A place among those of whoever asks: of a person, wherever they ask from; of the network, where nobody is known.
   * Subgraphs have as many as there are.
   */
  takeFor(principal: Principal | null, request: IncomingMessage): Leave {
    const { connectionsPerCaller, proxies } = this.#settings;
    const caller = clientOf(principal, clientAddress(request, proxies));
    if (caller === undefined) return () => undefined;
    const taken = this.#perCaller.get(caller) ?? 0;
    if (taken >= connectionsPerCaller) throw tooMany(connectionsPerCaller);
    this.#perCaller.set(caller, taken + 1);
    return once(() => {
      const left = (this.#perCaller.get(caller) ?? 1) - 1;
      if (left === 0) this.#perCaller.delete(caller);
      else this.#perCaller.set(caller, left);
    });
  }
}

const tooMany = (maximum: number) =>
  refuse("TOO_MANY_SUBSCRIPTIONS", { maximum, what: "connections", whatZh: "连接" });

function once(work: () => void): Leave {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    work();
  };
}
