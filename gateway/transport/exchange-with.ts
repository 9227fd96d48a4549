import { addressOf } from "./address.ts";
import type { Exchange } from "./exchange.ts";
import { HttpClient } from "./http-client.ts";
import { UndiciExchange } from "./undici-exchange.ts";

/** The exchange that fits a subgraph's URL: the lean client for plain HTTP, undici for TLS. */
export const exchangeWith = (url: string, maximumAnswerBytes: number): Exchange =>
  url.startsWith("https:")
    ? new UndiciExchange(url, maximumAnswerBytes)
    : new HttpClient({ address: addressOf(url), maximumAnswerBytes });
