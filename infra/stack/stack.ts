import { join } from "node:path";
import type { Logger } from "pino";
import { createIdentify, type IdentitySettings } from "../../gateway/access/identity.ts";
import { buildDirectory } from "../../gateway/console/build/build.ts";
import { serveConsole } from "../../gateway/console/serve-console.ts";
import { createExplorer } from "../../gateway/explorer/explorer.ts";
import { readOperations } from "../../gateway/explorer/operations.ts";
import { openFront } from "../../gateway/front.ts";
import { createGateway, type Gateway } from "../../gateway/gateway.ts";
import type { IntrospectionPolicy } from "../../gateway/limits/introspection.ts";
import type { RateLimitSettings } from "../../gateway/limits/rate-limit.ts";
import {
  createSessionDoor,
  type OpenIdProvider,
  type PostSource,
} from "../../gateway/session/session-door.ts";
import type { SubscriptionLimits } from "../../gateway/subscriptions/subscription-limits.ts";
import { openSubscriptions, type Subscriptions } from "../../gateway/subscriptions/subscriptions.ts";
import type { HttpServer } from "../../subgraphs/shared/http.ts";
import type { SigningKey } from "../../subgraphs/shared/signing-key.ts";
import { contractDirectory, readContract } from "../contract.ts";
import { SCOPES } from "../issuer/posts.ts";
import type { Connections } from "./connections.ts";

export interface StackSettings {
  readonly connections: Connections;
  readonly gatewayKey: SigningKey;
  readonly identity: IdentitySettings;
  /** Posts our own pages may sign in as; absent where tokens come from elsewhere. */
  readonly posts?: PostSource;
  /** The OpenID provider our own pages sign in with. */
  readonly openId?: OpenIdProvider;
  readonly guards?: Guards;
  readonly host: string;
  readonly port: number;
  readonly clock: () => Date;
  readonly log: Logger;
  /** Whether accesses go on record; true unless told. No setting tells: see `Shape`. */
  readonly recordAccess?: boolean;
}

/** What the gateway holds its callers to, beside their rights. */
export interface Guards {
  /** Who may ask the graph to describe itself; everyone in development, whoever holds the scope elsewhere. */
  readonly introspection?: IntrospectionPolicy | undefined;
  /** What one client may ask for in a time; no bound where it is absent. */
  readonly allowance?: RateLimitSettings | undefined;
  readonly proxies?: number;
  readonly allowedOrigins?: ReadonlySet<string>;
  /** How many subscriptions there may be, and how long one may wait for who takes it slowly. */
  readonly subscriptions?: Partial<SubscriptionLimits>;
}

export interface Stack {
  readonly url: string;
  readonly gateway: Gateway;
  stop(): Promise<void>;
}

/**
 * The gateway in front of its subgraphs, from the committed supergraph to the open door. The stack takes charge of the
 * connections: it closes them, also when it cannot start.
 */
export async function startStack(settings: StackSettings): Promise<Stack> {
  const { connections, gatewayKey, posts, openId, guards = {}, clock, log } = settings;
  const { introspection, allowedOrigins = new Set(), subscriptions: limits = {}, ...bounds } = guards;
  const identify = createIdentify(settings.identity);
  let gateway: Gateway | undefined;
  let subscriptions: Subscriptions | undefined;
  let front: HttpServer | undefined;
  const stop = async () => {
    await subscriptions?.close();
    await front?.drain();
    // Until here subgraphs may ask the graph, to finish what they were asked; what they read goes on record as well.
    await connections.unfollow();
    await gateway?.recorded();
    await connections.close();
    await front?.close();
    await gateway?.stop();
  };
  try {
    gateway = await createGateway({
      supergraph: await readContract(),
      subgraphs: connections.subgraphs,
      identify,
      clock,
      log,
      recordAccess: settings.recordAccess ?? true,
      introspection: introspection ?? (posts ? "everyone" : "scope"),
      ...bounds,
    });
    connections.connect(gateway);
    subscriptions = openSubscriptions({
      gateway,
      identify,
      clock,
      log,
      allowedOrigins,
      limits,
      proxies: bounds.proxies ?? 0,
    });
    front = await openFront({
      host: settings.host,
      port: settings.port,
      log,
      gateway,
      subscriptions,
      allowedOrigins,
      jwks: gatewayKey.jwks,
      pages: [
        await serveConsole({
          directory: buildDirectory,
          connectTo: openId ? [new URL(openId.issuer).origin] : [],
        }),
        createSessionDoor({ ...(posts && { posts }), ...(openId && { openId }), scopes: SCOPES }),
        createExplorer({ operations: await readOperations(join(contractDirectory, "operations")) }),
      ],
      subgraphHealth: () => connections.health(),
    });
    connections.follow(clock);
    return { url: front.url, gateway, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
