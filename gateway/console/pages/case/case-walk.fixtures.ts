import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { asks, keepBack } from "../../../../test/console/keep-back.ts";
import type { Building, Look, Visit } from "../../../../test/console/visitor.ts";

export const dispatcher = "kaifu-dispatcher";
export const responder = "kaifu-market-responder";
export const streetLeader = "kaifu-street-leader";
export const resident = "kaifu-resident";

export interface Found {
  readonly number: string;
  readonly title: string;
  readonly item: { readonly code: string } | null;
}

/** The latest tickets that somebody sees. */
export async function tickets(building: Building, as: string, filter: object): Promise<readonly Found[]> {
  const { data } = await building.stack.ask<{ tickets: { edges: readonly { node: Found }[] } }>(
    `query ($filter: TicketFilter) { tickets(first: 100, filter: $filter) {
       edges { node { number title item { code } } } } }`,
    { filter },
    as,
  );
  return data.tickets.edges.map(({ node }) => node);
}

export async function firstTicket(building: Building, as: string, filter: object): Promise<Found> {
  const [ticket] = await tickets(building, as, filter);
  if (!ticket) throw new Error(`${as} sees no such ticket`);
  return ticket;
}

export interface WithMedia {
  readonly number: string;
  readonly demands: {
    readonly edges: readonly {
      readonly node: { readonly number: string; readonly media: readonly object[] };
    }[];
  };
}

/** The latest ticket about refuse that the dataset has a photo of. */
export async function sampleWithPhoto({ stack }: Building): Promise<WithMedia> {
  const { data, errors } = await stack.ask<{ tickets: { edges: readonly { node: WithMedia }[] } }>(
    `{ tickets(first: 50, filter: { matter: "430105-0202" }) { edges { node {
         number demands(first: 1) { edges { node { number media { id } } } } } } } }`,
    {},
    dispatcher,
  );
  expect(errors).toEqual([]);
  const found = data.tickets.edges.find(({ node }) => node.demands.edges[0]?.node.media.length);
  if (!found) throw new Error("no ticket about refuse has a photo");
  return found.node;
}

/** A department's card. */
export const card = (page: Page, owner: string): Locator =>
  page.getByRole("region", { name: owner, exact: true });

/** One thing on a card. */
export const partOf = (within: Locator, title: string): Locator =>
  within
    .locator("[data-part]")
    .filter({ has: within.page().getByRole("heading", { name: title, exact: true }) });

/** A page asks fifteen questions; beside everything else that runs that takes a while. */
export const patience = { timeout: 40_000 };

/** Until every part of the page has its answer. */
export const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () =>
      document.querySelector("section[aria-busy]") !== null &&
      document.querySelector(".mantine-Skeleton-root, [aria-busy=true]") === null,
    undefined,
    patience,
  );

/** Every photo of the case looked at: none is fetched before it is in sight. */
export async function photosSeen(page: Page): Promise<void> {
  for (const each of await page.locator("main figure").all()) await each.scrollIntoViewIfNeeded(patience);
  await page.waitForFunction(
    () =>
      document.querySelector("[data-lacks]") === null &&
      Array.from(document.querySelectorAll<HTMLImageElement>("main img")).every(({ complete }) => complete),
    undefined,
    patience,
  );
}

/** The dispatcher at a case of which neither one department's part nor a photo is asked for before it is let. */
export async function visitWithPartHeld(
  building: Building,
  query: string,
  look: Partial<Look> = {},
): Promise<Visit & { readonly free: () => void }> {
  const { number } = await sampleWithPhoto(building);
  const visit = await building.visit(dispatcher, "/case", look);
  const free = await keepBack(
    visit.page,
    (request) => asks(query)(request) || new URL(request.url()).pathname.startsWith("/media/"),
  );
  await visit.page.goto(`${building.stack.url}/case/${number}`);
  return { ...visit, free };
}
