import { afterEach, describe, expect, it, vi } from "vitest";
import { Post, servicePrincipal } from "../../subgraphs/shared/principal.ts";
import { person } from "../../test/testkit/people.ts";
import { clientOf, createRateLimit } from "./rate-limit.ts";

afterEach(() => {
  vi.useRealTimers();
});

const refused = expect.objectContaining({
  extensions: expect.objectContaining({ code: "RATE_LIMITED", details: { seconds: 10 } }) as unknown,
});

describe("an allowance", () => {
  it("is used up by what is asked for, not by how often", async () => {
    vi.useFakeTimers();
    const charge = createRateLimit({ points: 100, seconds: 10 });
    await charge("one", 60);
    await charge("one", 39.2);
    await expect(charge("one", 1)).rejects.toEqual(refused);
  });

  it("is each client's own", async () => {
    vi.useFakeTimers();
    const charge = createRateLimit({ points: 1, seconds: 10 });
    await charge("one", 1);
    await charge("another", 1);
    await expect(charge("one", 1)).rejects.toEqual(refused);
  });

  it("is full again after its time, also for who went on asking", async () => {
    vi.useFakeTimers();
    const charge = createRateLimit({ points: 1, seconds: 10 });
    await charge("one", 1);
    await expect(charge("one", 5)).rejects.toEqual(refused);
    vi.advanceTimersByTime(10_000);
    await charge("one", 1);
  });

  it("is asked of nobody who has none", async () => {
    const charge = createRateLimit({ points: 1, seconds: 10 });
    for (let times = 0; times < 3; times++) await charge(undefined, 1_000);
  });
});

describe("who shares an allowance", () => {
  const member = person(Post.GRID_MEMBER, { unit: "430105010003", id: "somebody" });

  it("is the person, from wherever they ask", () => {
    expect(clientOf(member, "10.0.0.1")).toBe(clientOf(member, "10.0.0.2"));
  });

  it("is the network of those nobody knows, who are no person by that name", () => {
    expect(clientOf(null, "10.0.0.1")).toBe(clientOf(null, "10.0.0.1"));
    expect(clientOf(null, "somebody")).not.toBe(clientOf(member, "somebody"));
  });

  it("is no subgraph: it asks on behalf of people who are counted", () => {
    expect(clientOf(servicePrincipal("tickets"), "10.0.0.1")).toBeUndefined();
  });
});
