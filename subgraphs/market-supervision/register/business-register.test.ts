import { createServer } from "node:http";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type BusinessRegisterServer,
  type Fault,
  startBusinessRegister,
} from "../../../infra/legacy/business-register/business-register-server.ts";
import { temporaryDirectory } from "../../../test/testkit/temporary-directory.ts";
import { fishmonger, inventedCreditCode, stalls, unregistered } from "../market-supervision.fixtures.ts";
import { type BusinessRegister, openBusinessRegister } from "./business-register.ts";

const records = stalls(120);
const codes = records.map(({ tyshxydm }) => tyshxydm);
const [first = "", second = ""] = codes;

let server: BusinessRegisterServer;
let register: BusinessRegister;
let log: Record<string, unknown>[];

const open = (url: string): Promise<BusinessRegister> =>
  openBusinessRegister({
    url,
    log: pino({ base: undefined }, { write: (line) => log.push(JSON.parse(line)) }),
  });

const start = (listen: number | string = 0) =>
  startBusinessRegister({
    businesses: records,
    licences: [
      { tyshxydm: first, xkzbh: "JY1", xklx: "SPJY", xkfw: "", fzrq: "20210601", yxqz: "长期", xkzt: "1" },
      { tyshxydm: second, xkzbh: "JY2", xklx: "SPJY", xkfw: "", fzrq: "20210601", yxqz: "", xkzt: "1" },
    ],
    key: "right",
    listen,
  });

beforeEach(async () => {
  log = [];
  server = await start();
  register = await open(`${server.url}?key=right&timeout=20000`);
});
afterEach(async () => {
  await register.close();
  await server.close();
});

const codeOf = (asking: Promise<unknown>) =>
  asking.then(
    () => "answered",
    (error: { extensions?: { code: string } }) => error.extensions?.code ?? String(error),
  );

describe("what is asked", () => {
  it("goes in batches of 50 codes, all at once, and each business comes back once", async () => {
    const found = await register.businesses([...codes, unregistered]);
    expect(found.map(({ creditCode }) => creditCode).sort()).toEqual([...codes].sort());
    expect(server.asked.map((call) => call.codes.length).sort()).toEqual([21, 50, 50]);
  });

  it("leaves nothing behind, however many batches are under way", async () => {
    const warnings: Error[] = [];
    const noteWarning = (warning: Error) => warnings.push(warning);
    process.on("warning", noteWarning);
    await register.businesses(Array.from({ length: 1_000 }, (_, index) => `${unregistered}${index}`));
    process.off("warning", noteWarning);
    expect(server.asked).toHaveLength(20);
    expect(warnings).toEqual([]);
  });

  it("is nothing where nothing is wanted", async () => {
    expect(await register.businesses([])).toEqual([]);
    expect(server.asked).toEqual([]);
  });

  it("goes over a Unix socket too", async () => {
    const socket = join(await temporaryDirectory(), "register.sock");
    const local = await start(socket);
    const overSocket = await open(`${local.url}?key=right`);
    expect(local.url).toBe(`unix:${socket}`);
    expect((await overSocket.businesses([first])).map(({ name }) => name)).toEqual(["西长街1号摊"]);
    await overSocket.close();
    await local.close();
  });

  it.each([
    ["without a key", "http://127.0.0.1:1", "lacks its key"],
    ["with a time limit that is none", "http://127.0.0.1:1?key=x&timeout=soon", "no number of milliseconds"],
  ])("is refused at once %s", async (_, url, reason) => {
    await expect(open(url)).rejects.toThrow(reason);
  });
});

describe("what fails is one refusal, with its reason in the log and nothing of anybody", () => {
  it.each<[string, Fault, string | RegExp]>([
    ["a failure of its own", { kind: "STATUS", status: 500 }, "it answered with status 500"],
    ["overloaded", { kind: "STATUS", status: 503 }, "it answered with status 503"],
    ["half an answer", { kind: "MALFORMED" }, "its answer is no JSON"],
    ["more than anybody wants", { kind: "OVERSIZED" }, /size/],
    ["an answer of another shape", { kind: "SHAPELESS" }, "its answer has another shape at data"],
    ["a broken connection", { kind: "HANG_UP" }, /socket|closed/],
  ])("%s", async (_, fault, reason) => {
    server.misbehave(fault);
    expect(await codeOf(register.businesses([first]))).toBe("BUSINESS_REGISTER_UNAVAILABLE");
    expect(await codeOf(register.licencesOf([first]))).toBe("BUSINESS_REGISTER_UNAVAILABLE");
    expect(await codeOf(register.search({ name: "西长街" }, { offset: 0, count: 5 }))).toBe(
      "BUSINESS_REGISTER_UNAVAILABLE",
    );
    expect(log.map(({ path }) => path)).toEqual(["/djxt/ztxx/plcx", "/djxt/xkxx/plcx", "/djxt/ztxx/mccx"]);
    for (const { reason: told } of log) expect(told).toEqual(expect.stringMatching(reason));
    expect(JSON.stringify(log)).not.toContain("right");
    server.misbehave(null);
    expect(await codeOf(register.businesses([first]))).toBe("answered");
  });

  it("no answer in time: it is not waited for", async () => {
    const impatient = await open(`${server.url}?key=right&timeout=40`);
    server.misbehave({ kind: "SLOW", milliseconds: 3_600_000 });
    expect(await codeOf(impatient.businesses([first]))).toBe("BUSINESS_REGISTER_UNAVAILABLE");
    expect(log).toMatchObject([{ reason: "it took too long" }]);
    await impatient.close();
  });

  it("a redirect: nobody else is asked, nor told the key", async () => {
    let visits = 0;
    const elsewhere = createServer((_, response) => {
      visits += 1;
      response.end();
    });
    await new Promise<void>((listening) => elsewhere.listen(0, "127.0.0.1", listening));
    const { port } = elsewhere.address() as { port: number };
    server.misbehave({ kind: "REDIRECT", to: `http://127.0.0.1:${port}/` });
    expect(await codeOf(register.businesses([first]))).toBe("BUSINESS_REGISTER_UNAVAILABLE");
    expect(log).toMatchObject([{ reason: "it answered with status 302" }]);
    expect(visits).toBe(0);
    elsewhere.close();
  });

  it("a key it does not know, said with status 200", async () => {
    const stranger = await open(`${server.url}?key=wrong`);
    expect(await codeOf(stranger.businesses([first]))).toBe("BUSINESS_REGISTER_UNAVAILABLE");
    expect(log).toMatchObject([{ reason: "it answered with code 4010" }]);
    await stranger.close();
  });

  it("nobody there", async () => {
    await server.close();
    expect(await codeOf(register.businesses([first]))).toBe("BUSINESS_REGISTER_UNAVAILABLE");
    server = await start();
  });
});

describe("what it says and the field table does not know", () => {
  const findings = () => log.flatMap(({ finding }) => finding ?? []);

  it.each<[string, Record<string, unknown>, Record<string, unknown>, object]>([
    ["a state of no list", { jyzt: "9" }, { state: null }, { field: "jyzt", value: "9" }],
    [
      "a state by a name JavaScript knows",
      { jyzt: "toString" },
      { state: null },
      { field: "jyzt", value: "toString" },
    ],
    ["a trade of no list", { hydm: "XX" }, { trade: null }, { field: "hydm", value: "XX" }],
    [
      "a day that is none",
      { clrq: "20190230" },
      { registeredOn: null },
      { field: "clrq", value: "20190230" },
    ],
    [
      "a day written otherwise",
      { clrq: "2019-4-3" },
      { registeredOn: null },
      { field: "clrq", value: "2019-4-3" },
    ],
    [
      "a grid that cannot be",
      { wgbm: "430105010003" },
      { gridCode: null },
      { field: "wgbm", value: "430105010003" },
    ],
    ["a division that cannot be", { xzqh: "99" }, { divisionCode: null }, { field: "xzqh", value: "99" }],
    ["an object where a text belongs", { zzmc: { a: 1 } }, { name: null }, { field: "zzmc" }],
    [
      "a telephone that cannot be rung: whose it is stays out of the log",
      { lxdh: "1549x" },
      { phone: null },
      { field: "lxdh" },
    ],
  ])("%s is null, and a finding", async (_, fields, expected, finding) => {
    server.overwrite(first, fields);
    const [business] = await register.businesses([first]);
    expect(business).toMatchObject({ creditCode: first, ...expected });
    expect(findings()).toEqual([{ creditCode: first, ...finding }]);
  });

  it("is told once, however often it is read", async () => {
    server.overwrite(first, { jyzt: "9" });
    for (let time = 0; time < 3; time++) await register.businesses([first]);
    expect(findings()).toHaveLength(1);
  });

  it("numbers count as text, and blanks, nulls and missing fields as nothing: no finding", async () => {
    server.overwrite(first, { jyzt: 1, clrq: 20190403, qtmc: " ", fddbr: null, lxdh: undefined });
    const [business] = await register.businesses([first]);
    expect(business).toMatchObject({
      state: "IN_BUSINESS",
      registeredOn: "2019-04-03",
      aliases: null,
      legalRepresentative: null,
      phone: null,
    });
    expect(findings()).toEqual([]);
  });

  it("an entry under another code than was asked for is nobody's", async () => {
    server.overwrite(first, { tyshxydm: fishmonger });
    expect(await register.businesses([first, second])).toMatchObject([{ creditCode: second }]);
    server.overwrite(second, { tyshxydm: "91430105FAKE" });
    expect(await register.businesses([first, second])).toEqual([]);
  });

  it("an entry without a code keeps its place in a list, so that the next page begins where this one ends", async () => {
    const third = inventedCreditCode(1_001);
    server.overwrite(third, { tyshxydm: "" });
    const { entries, total } = await register.search({ name: "西长街" }, { offset: 0, count: 3 });
    expect(entries.map((entry) => entry?.creditCode ?? null)).toContain(null);
    expect([entries.length, total]).toEqual([3, 120]);
  });

  it("a licence until a day it cannot write is not one without end", async () => {
    const licences = await register.licencesOf([first, second]);
    expect(licences).toMatchObject([
      { number: "JY1", validUntil: null, validityUnknown: true },
      { number: "JY2", validUntil: null, validityUnknown: false },
    ]);
  });
});
