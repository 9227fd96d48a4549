import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import type { NamedPost } from "../../infra/issuer/named-posts.ts";

/** A page that keeps what it complains of, and whatever it asks of other machines. */
export async function watchedPage(browser: Browser): Promise<{ page: Page; complaints: string[] }> {
  const complaints: string[] = [];
  const page = await browser.newPage();
  // Violations of the content security policy arrive here too, as console errors.
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // A test that moves on or closes the page takes its unanswered requests with it.
    if (reason !== "net::ERR_ABORTED") complaints.push(`${request.url()}: ${reason}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith("http://127.0.0.1:")) complaints.push(`foreign: ${request.url()}`);
  });
  return { page, complaints };
}

export async function openExplorer(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForSelector(".graphiql-execute-button");
  await page.waitForSelector("#holder > *");
}

export async function serveExplorer(
  listener: RequestListener,
): Promise<{ readonly url: string; close(): void }> {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/explorer`, close: () => server.close() };
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A token of nobody's signing, as the page reads it. */
export const tokenSaying = ({ id, name, post, unit }: NamedPost, scope: string): string =>
  `${encode({ alg: "none" })}.${encode({ sub: id, name, post, unit, scope })}.signature`;

/** Who the bearer of such a token says to be. */
export function bearerOf(authorization: string | undefined): string | undefined {
  const payload = authorization?.split(".")[1];
  return payload && JSON.parse(Buffer.from(payload, "base64url").toString()).sub;
}
