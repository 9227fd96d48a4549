import { expect } from "vitest";
import type { TestStack } from "../testkit/stack.ts";

// As dear as one operation may be, and withheld: it is paid for and not carried out.
const complaints =
  "consumerComplaints(first: 100) { edges { node { number business { creditCode } ticket { number } } } }";
const costly = `{ ${Array.from({ length: 49 }, (_, index) => `g${index}: ${complaints}`).join(" ")} }`;

/** Has somebody ask until they have asked for more than one client may. */
export async function useUpAllowance(stack: TestStack, who: string): Promise<void> {
  const uses = async () => (await stack.ask(costly, {}, who)).errors[0]?.code;
  for (let turn = 0; turn < 110; turn += 1) await uses();
  expect(await uses()).toBe("RATE_LIMITED");
}
