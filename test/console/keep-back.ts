import type { Page, Request } from "playwright-core";

/** Keeps requests of a page from being sent until the function it gives is called. */
export async function keepBack(page: Page, isKept: (request: Request) => boolean): Promise<() => void> {
  let free = (): void => undefined;
  const freed = new Promise<void>((resolve) => {
    free = resolve;
  });
  await page.route("**/*", async (route) => {
    if (!isKept(route.request())) return route.fallback();
    await freed;
    // Whoever asked may have given up.
    await route.continue().catch(() => undefined);
  });
  return free;
}

/** Whether a request asks a document's operation, or anything else that names it. */
export const asks =
  (name: string) =>
  (request: Request): boolean =>
    request.postData()?.includes(name) === true;
