export interface SubscriptionLimits {
  /** Connections open at once, of everybody. */
  readonly connections: number;
  /** Connections open at once, of one caller. */
  readonly connectionsPerCaller: number;
  /** Subscriptions over one WebSocket. */
  readonly subscriptionsPerConnection: number;
  /** Bytes that may wait to be written to one client. */
  readonly maximumBufferedBytes: number;
  /** How long they may stay more than that before the client is cut off. */
  readonly slowAfterMilliseconds: number;
}

/** What one process has room for: some 30 kB for each connection, and what waits for those who are slow. */
export const usualLimits: SubscriptionLimits = {
  connections: 20_000,
  connectionsPerCaller: 100,
  subscriptionsPerConnection: 100,
  maximumBufferedBytes: 256 * 1024,
  slowAfterMilliseconds: 30_000,
};
