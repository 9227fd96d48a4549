import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { Post, type Principal } from "../../subgraphs/shared/principal.ts";

export interface RateLimitSettings {
  /** What one client may ask for in the time, in points of operation cost. */
  readonly points: number;
  readonly seconds: number;
}

/** Takes points from a client's allowance; refuses what goes beyond it. */
export type Charge = (client: string | undefined, points: number) => Promise<void>;

/**
 * Who shares an allowance: the principal, wherever it asks from; without one, the network it asks from. Subgraphs have
 * none to use up: they ask as much as the people they work for, who are counted.
 */
export function clientOf(principal: Principal | null, address: string): string | undefined {
  if (principal?.post === Post.SERVICE) return undefined;
  return principal ? `principal ${principal.id}` : `address ${address}`;
}

/** An allowance of each client in this process. What asking costs is counted, not only how often. */
export function createRateLimit({ points, seconds }: RateLimitSettings): Charge {
  const allowances = new RateLimiterMemory({ points, duration: seconds });
  return async (client, asked) => {
    if (client === undefined) return;
    try {
      await allowances.consume(client, Math.ceil(asked));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw refuse("RATE_LIMITED", { seconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) });
    }
  };
}
