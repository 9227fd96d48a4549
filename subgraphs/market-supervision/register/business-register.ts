import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import { Pool, request } from "undici";
import { z } from "zod";
import { type Day, isDay } from "../../shared/calendar.ts";
import { checkCreditCode, checkDivisionCode, checkGridCode } from "../../shared/codes.ts";
import type { Finding } from "../../shared/finding.ts";
import type { Source, SourceSettings } from "../../shared/subgraph.ts";
import { BusinessState } from "../business/business-state.ts";
import { Trade } from "../business/trade.ts";
import { LicenceKind, LicenceState } from "../licence/licence-kind.ts";
import { refuse } from "../market-supervision.errors.ts";
import { isTelephone } from "../telephone.ts";

/*
 * The department's register of market entities (市场主体登记系统), read where it is. This one file knows what that system is
 * like: first what its fields mean, then how it is asked. How to write one for another system: docs/fronting-a-rest-system.md
 */

/** What the register calls it, how its text is read, and whether it may be told to a log. */
type Field<Value> = readonly [foreign: string, read: Read<Value>, personal?: "personal"];

/** A value of ours, or undefined where the text means nothing we know. A blank never gets here: it is null. */
type Read<Value> = (text: string) => Value | undefined;

const text: Read<string> = (given) => given;
const names: Read<readonly string[]> = (given) => given.split("、").filter((name) => name !== "");
const checked =
  (check: (code: string) => Finding | undefined): Read<string> =>
  (given) =>
    check(given) ? undefined : given;
/** 20190403 */
const day: Read<Day> = (given) => {
  const dashed = given.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
  return isDay(dashed) ? dashed : undefined;
};
const phone: Read<string> = (given) => (isTelephone(given) ? given : undefined);
const oneOf =
  <Value>(list: Readonly<Record<string, Value>>): Read<Value> =>
  (given) =>
    Object.hasOwn(list, given) ? list[given] : undefined;

const businessFields = {
  creditCode: ["tyshxydm", checked(checkCreditCode)],
  name: ["zzmc", text],
  aliases: ["qtmc", names],
  trade: [
    "hydm",
    oneOf({
      CY: Trade.RESTAURANT,
      LS: Trade.SHOP,
      TW: Trade.STALL,
      JG: Trade.WORKSHOP,
      SC: Trade.PLANT,
      GS: Trade.COMPANY,
      YL: Trade.CLINIC,
      JY: Trade.SCHOOL,
    }),
  ],
  state: [
    "jyzt",
    oneOf({
      1: BusinessState.IN_BUSINESS,
      2: BusinessState.LICENCE_REVOKED,
      3: BusinessState.DEREGISTERED,
      4: BusinessState.MOVED_AWAY,
      5: BusinessState.REGISTRATION_ANNULLED,
    }),
  ],
  address: ["zs", text],
  legalRepresentative: ["fddbr", text, "personal"],
  phone: ["lxdh", phone, "personal"],
  registeredOn: ["clrq", day],
  divisionCode: ["xzqh", checked(checkDivisionCode)],
  gridCode: ["wgbm", checked(checkGridCode)],
} as const satisfies Fields;

const licenceFields = {
  creditCode: ["tyshxydm", checked(checkCreditCode)],
  number: ["xkzbh", text],
  kind: [
    "xklx",
    oneOf({
      SPJY: LicenceKind.FOOD_BUSINESS,
      SPSC: LicenceKind.FOOD_PRODUCTION,
      YPJY: LicenceKind.DRUG_BUSINESS,
      TZSB: LicenceKind.SPECIAL_EQUIPMENT,
    }),
  ],
  scope: ["xkfw", text],
  issuedOn: ["fzrq", day],
  validUntil: ["yxqz", day],
  state: ["xkzt", oneOf({ 1: LicenceState.VALID, 2: LicenceState.CANCELLED, 3: LicenceState.REVOKED })],
} as const satisfies Fields;

type Fields = Readonly<Record<string, Field<unknown>>>;

/** An entry read by a table: null where the register leaves it blank, or says what the table does not know. */
type Entry<Table extends Fields, Key extends keyof Table> = {
  readonly [Name in keyof Table]:
    | Exclude<ReturnType<Table[Name][1]>, undefined>
    | (Name extends Key ? never : null);
};

export type RegisteredBusiness = Entry<typeof businessFields, "creditCode">;
export type RegisteredLicence = Entry<typeof licenceFields, "creditCode" | "number"> & {
  /** The register gave a last day that is none: until when it is valid is not known, which is not the same as for ever. */
  readonly validityUnknown: boolean;
};

/** A stretch of one of the register's lists. */
export interface Stretch {
  /** In the register's order, by credit code; null where an entry could not be read. */
  readonly entries: readonly (RegisteredBusiness | null)[];
  /** How many there are in all. */
  readonly total: number;
}

export interface StretchArgs {
  readonly offset: number;
  readonly count: number;
}

export interface BusinessSearch {
  readonly name?: string | undefined;
  readonly grid?: string | undefined;
  readonly division?: string | undefined;
}

/** Credit codes one call takes. */
const mostCodes = 50;
/** How long one call may take until its last byte, unless the URL says otherwise, in milliseconds. */
const usualTimeLimit = 2_000;
/** Connections at once: an old system is not to be overrun. */
const connections = 8;
const mostAnswerBytes = 4_000_000;

/** Every answer says how it went, with status 200 even when it is none. */
const envelope = z.object({ code: z.string() });
const rows = z.array(z.record(z.string(), z.unknown()));
const batch = z.object({ data: rows });
const list = z.object({ data: rows, zts: z.number().int().nonnegative() });

/**
 * Opens the register at `http://host:port?key=…`, `https://…` or `unix:/path/to/socket?key=…`; `&timeout=…` sets another
 * time limit, in milliseconds.
 */
export async function openBusinessRegister({ url, log }: SourceSettings): Promise<BusinessRegister> {
  const { protocol, host, pathname, searchParams } = new URL(url);
  const key = searchParams.get("key");
  const timeLimit = Number(searchParams.get("timeout") ?? usualTimeLimit);
  if (!key) throw new Error("the business register's URL lacks its key: add ?key=…");
  if (!(timeLimit > 0)) throw new Error("the business register's timeout is no number of milliseconds");
  const limits = { connections, maxResponseSize: mostAnswerBytes, headersTimeout: 0, bodyTimeout: 0 };
  const overSocket = protocol === "unix:";
  const origin = overSocket ? "http://localhost" : `${protocol}//${host}`;
  const socketPath = overSocket ? decodeURIComponent(pathname) : undefined;
  const pool = new Pool(origin, { ...limits, ...(socketPath && { connect: { socketPath } }) });
  return new BusinessRegister({ pool, origin, key, timeLimit, log });
}

interface Line {
  readonly pool: Pool;
  readonly origin: string;
  readonly key: string;
  readonly timeLimit: number;
  readonly log: Logger;
}

/** Every question to the register. Whatever goes wrong with it is refused with `BUSINESS_REGISTER_UNAVAILABLE`. */
export class BusinessRegister implements Source {
  readonly #line: Line;
  /** Findings are told once: the same entry is read again and again. */
  readonly #told = new LRUCache<string, true>({ max: 10_000 });

  constructor(line: Line) {
    this.#line = line;
  }

  /** By when a call begun now must have answered, on the clock that never jumps; for calls that wait together, the same. */
  patience(): number {
    return performance.now() + this.#line.timeLimit;
  }

  /** Those of these businesses that are registered, in any order. */
  async businesses(creditCodes: readonly string[], until = this.patience()): Promise<RegisteredBusiness[]> {
    const rows = await this.#batches("/djxt/ztxx/plcx", creditCodes, until);
    return rows.flatMap((row) => this.#business(row) ?? []);
  }

  /** Every licence of these businesses, whether in force or not. */
  async licencesOf(creditCodes: readonly string[], until = this.patience()): Promise<RegisteredLicence[]> {
    const rows = await this.#batches("/djxt/xkxx/plcx", creditCodes, until);
    return rows.flatMap((row) => this.#licence(row) ?? []);
  }

  /** By name within an area, or all of an area. One of both must be given: the register lists no more than that. */
  async search(
    { name, grid, division }: BusinessSearch,
    { offset, count }: StretchArgs,
    until = this.patience(),
  ): Promise<Stretch> {
    const query = {
      ...(name && { mc: name }),
      ...(grid && { wgbm: grid }),
      ...(division && { xzqh: division }),
      qsh: offset,
      hs: count,
    };
    const path = name ? "/djxt/ztxx/mccx" : "/djxt/ztxx/qycx";
    const { data, zts } = await this.#ask(path, { query, until }, list);
    return { entries: data.slice(0, count).map((row) => this.#business(row)), total: zts };
  }

  close(): Promise<void> {
    return this.#line.pool.destroy();
  }

  async #batches(path: string, creditCodes: readonly string[], until: number): Promise<Row[]> {
    const batches = Array.from({ length: Math.ceil(creditCodes.length / mostCodes) }, (_, index) =>
      creditCodes.slice(index * mostCodes, (index + 1) * mostCodes),
    );
    const answers = await Promise.all(
      batches.map((tyshxydm) => this.#ask(path, { body: { tyshxydm }, until }, batch)),
    );
    // An answer to what was not asked is no answer.
    const asked = new Set(creditCodes);
    return answers.flatMap(({ data }) => data).filter((row) => asked.has(textOf(row.tyshxydm) ?? ""));
  }

  async #ask<Answer>(
    path: string,
    { query = {}, body, until }: Question,
    shape: z.ZodType<Answer>,
  ): Promise<Answer> {
    const { pool, origin, key, log } = this.#line;
    try {
      const response = await request(`${origin}${path}`, {
        dispatcher: pool,
        method: body ? "POST" : "GET",
        headers: {
          "x-jkmy": key,
          accept: "application/json",
          ...(body && { "content-type": "application/json" }),
        },
        query,
        body: body ? JSON.stringify(body) : null,
        signal: endOf(until),
      });
      // undici follows no redirect unless told to: another address is another system.
      if (response.statusCode !== 200) {
        await response.body.dump();
        throw new Error(`it answered with status ${response.statusCode}`);
      }
      const answer = await response.body.json();
      const { code } = envelope.parse(answer);
      if (code !== "0000") throw new Error(`it answered with code ${code.slice(0, 20)}`);
      return shape.parse(answer);
    } catch (error) {
      log.warn({ path, reason: reasonOf(error) }, "the business register gave no answer that can be used");
      throw refuse("BUSINESS_REGISTER_UNAVAILABLE");
    }
  }

  #business(row: Row): RegisteredBusiness | null {
    const entry = this.#read(businessFields, row);
    return entry.creditCode === null ? null : { ...entry, creditCode: entry.creditCode };
  }

  #licence(row: Row): RegisteredLicence | null {
    const { creditCode, number, ...entry } = this.#read(licenceFields, row);
    if (creditCode === null || number === null) return null;
    const validityUnknown = entry.validUntil === null && textOf(row.yxqz) !== "";
    return { ...entry, creditCode, number, validityUnknown };
  }

  /** Reads a row by a table. What the table does not know becomes a finding and null, never a guess. */
  #read<Table extends Fields>(table: Table, row: Row): Entry<Table, never> {
    const read = Object.entries(table).map(([name, [foreign, readText, personal]]) => {
      const given = textOf(row[foreign]);
      const value = given ? readText(given) : undefined;
      if (value === undefined && given !== "") this.#tell(row, foreign, personal ? undefined : given);
      return [name, value ?? null];
    });
    return Object.fromEntries(read) as Entry<Table, never>;
  }

  #tell(row: Row, field: string, value?: string): void {
    const creditCode = textOf(row.tyshxydm)?.slice(0, 18);
    const finding = { creditCode, field, ...(value !== undefined && { value: value.slice(0, 40) }) };
    const key = JSON.stringify(finding);
    if (this.#told.has(key)) return;
    this.#told.set(key, true);
    this.#line.log.warn({ finding }, "the business register says what its field table does not know");
  }
}

type Row = Readonly<Record<string, unknown>>;

interface Question {
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: object;
  readonly until: number;
}

/** Each call ends by itself: a signal that many shared would keep a listener of every one of them. */
const endOf = (until: number): AbortSignal => {
  const left = until - performance.now();
  return left > 0
    ? AbortSignal.timeout(Math.ceil(left))
    : AbortSignal.abort(new DOMException("", "TimeoutError"));
};

/** As text, blank where there is nothing; undefined for what is neither text nor number. */
function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? value.trim() : undefined;
}

/** In words that name nobody: what could not be read might be anybody's data. */
function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return "its answer is no JSON";
  if (error instanceof z.ZodError)
    return `its answer has another shape at ${error.issues[0]?.path.join(".")}`;
  if (error instanceof Error && error.name === "TimeoutError") return "it took too long";
  return error instanceof Error ? error.message : "unknown";
}
