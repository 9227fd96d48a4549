/** Its one setting for equal requests that are under way at once; without it, Hive shares fetches alone. */
export const gatewayConfig = { inboundInflightRequestDeduplication: true };
