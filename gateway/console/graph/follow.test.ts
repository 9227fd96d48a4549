import type { ExecutionResult } from "graphql";
import type { Sink } from "graphql-ws";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { followWith } from "./follow.ts";

const query = "subscription ($after: Int) { ticketChanges(after: $after) { position } }";
const saying = (code: string, fault: string) => [{ message: code, extensions: { code, fault } }];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Follows a server that says what the test has it say, and keeps what was asked of it. */
function follow() {
  const asked: unknown[] = [];
  const told: string[] = [];
  let server: Sink<ExecutionResult> | undefined;
  const forward = followWith(
    {
      subscribe(payload, sink) {
        asked.push({ ...payload.variables });
        server = sink as Sink<ExecutionResult>;
        return () => undefined;
      },
    },
    {
      tokenEnded: async () => undefined,
      interrupted: () => void told.push("interrupted"),
      resumed: () => void told.push("resumed"),
      missed: () => void told.push("missed"),
    },
  );
  forward({ query, variables: {} } as never, {} as never).subscribe({
    next: () => undefined,
    error: () => void told.push("over"),
    complete: () => undefined,
  });
  return {
    asked,
    told,
    tells: (position: number) => server?.next({ data: { ticketChanges: { position } } }),
    ends: (code: string, fault: string) => server?.error(saying(code, fault)),
  };
}

it.each([
  ["more came at once than could be taken", "SUBSCRIPTION_SLOW", "CALLER"],
  ["a department's system breaks off", "SUBSCRIPTION_INTERRUPTED", "SYSTEM"],
])("goes on after the last change where %s", async (_, code, fault) => {
  const { asked, told, tells, ends } = follow();
  tells(7);
  ends(code, fault);
  await vi.advanceTimersByTimeAsync(2_000);
  tells(8);
  expect(asked).toEqual([{}, { after: 7 }]);
  expect(told).toEqual(["interrupted", "resumed"]);
});

it("says that changes were missed where nobody tells them any more, and goes on from now", async () => {
  const { asked, told, tells, ends } = follow();
  tells(7);
  ends("SUBSCRIPTION_BEHIND", "CALLER");
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked).toEqual([{}, {}]);
  expect(told).toEqual(["missed", "interrupted"]);
});

it("ends where it is refused", async () => {
  const { asked, told, ends } = follow();
  ends("TOO_MANY_SUBSCRIPTIONS", "CALLER");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual([{}]);
  expect(told).toEqual(["over"]);
});
