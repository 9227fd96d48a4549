import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Session, type WayIn } from "./session-state.ts";

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
const tokenOf = (sub: string, lifetime = 300, post = "RESPONDER"): string => {
  const iat = 1_000;
  return `${encode({})}.${encode({ sub, name: sub, post, unit: "430105-COMMERCE", division: "430105", iat, exp: iat + lifetime })}.`;
};

/** Gives these tokens one after another; `undefined` stands for none to be had. */
const giving = (...tokens: (string | undefined)[]): WayIn => ({
  async token() {
    const token = tokens.shift();
    if (token === undefined) throw new Error("none");
    return token;
  },
  leave: vi.fn(),
});

/** What has become of a promise by now. */
async function stateOf(promise: Promise<unknown>): Promise<string> {
  const open = Symbol("open");
  await vi.advanceTimersByTimeAsync(0);
  return Promise.race([promise, open]).then(
    (value) => (value === open ? "waits" : "goes on"),
    () => "is refused",
  );
}

let session: Session;
beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-06-10T10:30:00+08:00") });
  session = new Session();
});
afterEach(() => void vi.useRealTimers());

const minutes = (count: number): void => void vi.setSystemTime(Date.now() + count * 60_000);

describe("a session", () => {
  it("is refused where the first token is none", async () => {
    await expect(session.begin(giving("nonsense"))).rejects.toMatchObject({ fault: "NOT_A_JWT" });
    expect(session.holder()).toBeUndefined();
  });

  it("counts from when its token came, whatever this machine's clock says of the year", async () => {
    await session.begin(giving(tokenOf("li", 300)));
    expect(session.endsSoon()).toBe(false);
    minutes(4.4);
    expect(session.endsSoon()).toBe(false);
    minutes(0.2);
    expect(session.endsSoon()).toBe(true);
  });

  it("renews once for all who ask at the same time, and lets them go on", async () => {
    const way = giving(tokenOf("li"), tokenOf("li", 600));
    await session.begin(way);
    minutes(5);
    expect(await stateOf(Promise.all([session.untilSigned(), session.untilSigned(), session.renew()]))).toBe(
      "goes on",
    );
    expect([session.lapsed(), session.endsSoon()]).toEqual([false, false]);
  });

  it("lapses where none is to be had; what is to be sent waits until the same person has signed in again", async () => {
    const ask = vi.fn(async () => tokenOf("li"));
    await session.begin({ ...giving(tokenOf("li")), ask });
    minutes(5);
    const waiting = session.untilSigned();
    expect([await stateOf(waiting), session.lapsed(), session.holder()?.id]).toEqual(["waits", true, "li"]);
    await session.ask();
    expect([await stateOf(waiting), session.lapsed()]).toEqual(["goes on", false]);
    expect(ask).toHaveBeenCalledWith(false);
  });

  it.each([
    ["another person", tokenOf("wang")],
    ["the same person at another post", tokenOf("li", 300, "DISTRICT_LEADER")],
  ])("sends nothing in the name of %s", async (_, token) => {
    await session.begin({ ...giving(tokenOf("li")), ask: async () => token });
    minutes(5);
    const waiting = session.untilSigned();
    await session.ask();
    expect([await stateOf(waiting), session.lapsed(), session.token()]).toEqual([
      "waits",
      true,
      tokenOf("li"),
    ]);
    expect(session.other()?.id).toBe(token === tokenOf("wang") ? "wang" : "li");
    session.goOnAsOther();
    expect([await stateOf(waiting), session.lapsed(), session.token()]).toEqual(["is refused", false, token]);
  });

  it("goes on as before when who it belongs to signs in after somebody else", async () => {
    const asked = [tokenOf("wang"), tokenOf("li")];
    await session.begin({ ...giving(tokenOf("li")), ask: async () => asked.shift() ?? "" });
    minutes(5);
    const waiting = session.untilSigned();
    await session.ask();
    await session.ask({ anew: true });
    expect([await stateOf(waiting), session.other(), session.lapsed()]).toEqual([
      "goes on",
      undefined,
      false,
    ]);
  });

  it("that is ended sends nothing more, and tells the way it came by", async () => {
    const way = giving(tokenOf("li"));
    await session.begin(way);
    minutes(5);
    const waiting = session.untilSigned();
    await stateOf(waiting);
    session.end();
    expect([await stateOf(waiting), session.holder(), session.token()]).toEqual([
      "is refused",
      undefined,
      undefined,
    ]);
    expect(way.leave).toHaveBeenCalledOnce();
  });

  it.each([
    ["fails after", () => Promise.reject(new Error("the network came back too late"))],
    ["answers after", () => Promise.resolve(tokenOf("li", 60))],
  ])("keeps what the person signed in with when a renewal begun before that %s", async (_, late) => {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const answers = [async () => tokenOf("li"), () => ended.then(late)];
    await session.begin({
      token: () => answers.shift()?.() ?? Promise.reject(new Error("none")),
      ask: async () => tokenOf("li", 900),
      leave: () => undefined,
    });
    minutes(5);
    const renewal = session.renew();
    await session.ask();
    end();
    await renewal;
    expect([session.lapsed(), session.token()]).toEqual([false, tokenOf("li", 900)]);
  });

  it("recovers by itself when tokens are to be had again", async () => {
    await session.begin(giving(tokenOf("li"), undefined, tokenOf("li")));
    minutes(5);
    const waiting = session.untilSigned();
    expect(await stateOf(waiting)).toBe("waits");
    await session.renew();
    expect([await stateOf(waiting), session.lapsed()]).toEqual(["goes on", false]);
  });
});
