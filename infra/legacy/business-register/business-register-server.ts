import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { urlOf } from "../../../subgraphs/shared/http.ts";
import type { LicenceRecord, RegisterRecord } from "./register-records.ts";

/*
 * 市场主体登记系统, the register of market entities that a market supervision bureau has had for years.
 *
 * It is a sample: it stands for any department's old system, which was there before the graph, knows nothing of GraphQL
 * and will not be changed for its sake. Its manners are those such systems have: field names are the initials of Chinese
 * words, dates are `yyyyMMdd`, states are numbers from a code list, blank means unknown, lists are paged by offset, one
 * call takes 50 codes and no more, and whatever goes wrong in its own judgement comes with status 200 and a `code`.
 * Businesses and people in it are invented, by the generator of the dataset (register-records.ts).
 *
 *   POST /djxt/ztxx/plcx   主体信息批量查询   {"tyshxydm": ["91…", …]}, at most 50
 *   POST /djxt/xkxx/plcx   许可信息批量查询   {"tyshxydm": ["91…", …]}, at most 50
 *   GET  /djxt/ztxx/mccx   名称查询           ?mc=湘味&xzqh=430105&wgbm=…&qsh=0&hs=20; xzqh and wgbm may be left out
 *   GET  /djxt/ztxx/qycx   区域查询           ?xzqh=430105010 or ?wgbm=430105010003001, &qsh=0&hs=20
 *
 * Every call carries the key in the header `X-Jkmy`. Answers are {"code": "0000", "msg": "成功", "data": […]}, those of
 * lists with `zts`, the number of all there are; `qsh` is the first row (起始行, from 0), `hs` how many (行数, 100 at most).
 */

/** What tests make it do, as old systems do now and then. */
export type Fault =
  | { readonly kind: "SLOW"; readonly milliseconds: number }
  | { readonly kind: "STATUS"; readonly status: number }
  | { readonly kind: "MALFORMED" }
  | { readonly kind: "SHAPELESS" }
  | { readonly kind: "OVERSIZED" }
  | { readonly kind: "REDIRECT"; readonly to: string }
  | { readonly kind: "HANG_UP" };

/** One call as it came in. */
export interface Asked {
  readonly path: string;
  /** The credit codes of a batch call; none of a list's. */
  readonly codes: readonly string[];
}

export interface RegisterSettings {
  readonly businesses: Iterable<RegisterRecord>;
  readonly licences: Iterable<LicenceRecord>;
  readonly key: string;
  /** The address whose port it is; 127.0.0.1 unless told otherwise. */
  readonly host?: string;
  /** A port, 0 for any free one, or the path of a Unix socket. */
  readonly listen: number | string;
}

export interface BusinessRegisterServer {
  /** `http://host:port`, or `unix:/path`. */
  readonly url: string;
  /** Every call with the right key so far, in order. */
  readonly asked: readonly Asked[];
  /** From now on it does this to every call, or to those of one path; null: it is well again. */
  misbehave(fault: Fault | null, path?: string): void;
  /** Loses a business, as if it had never been entered. */
  forget(creditCode: string): void;
  /** Keeps something else in a business's record from now on. */
  overwrite(creditCode: string, fields: Readonly<Record<string, unknown>>): void;
  close(): Promise<void>;
}

const MOST_CODES = 50;
const MOST_ROWS = 100;
/** More than anybody who asks for a page can want. */
const OVERSIZED_BYTES = 5_000_000;

/** Thrown by whatever answers a call, and told in the register's own way: status 200 and a code. */
class CallRefused extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export async function startBusinessRegister(settings: RegisterSettings): Promise<BusinessRegisterServer> {
  const businesses = new Map<string, Readonly<Record<string, unknown>>>();
  for (const record of settings.businesses) businesses.set(record.tyshxydm, { ...record });
  const licences = [...settings.licences];
  const asked: Asked[] = [];
  let fault: { readonly is: Fault; readonly path: string | undefined } | undefined;

  /** In the order of the credit codes, so that an offset means something. */
  const sorted = (): Readonly<Record<string, unknown>>[] =>
    [...businesses].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, record]) => record);

  const answers: Readonly<Record<string, (asked: Call) => object>> = {
    "/djxt/ztxx/plcx": ({ codes }) => ({ data: codes.flatMap((code) => businesses.get(code) ?? []) }),
    "/djxt/xkxx/plcx": ({ codes }) => ({ data: licences.filter(({ tyshxydm }) => codes.includes(tyshxydm)) }),
    "/djxt/ztxx/mccx": ({ query }) => {
      const name = query.get("mc") ?? "";
      if (name.length < 2) throw new CallRefused("4002", "名称不得少于两个字");
      const named = ({ zzmc, qtmc }: Record<string, unknown>) =>
        String(zzmc).includes(name) || String(qtmc).includes(name);
      return rows(sorted().filter(named).filter(inArea(query)), query);
    },
    "/djxt/ztxx/qycx": ({ query }) => {
      if (!query.get("xzqh") && !query.get("wgbm")) throw new CallRefused("4003", "须指定区划或网格");
      return rows(sorted().filter(inArea(query)), query);
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams: query } = new URL(request.url ?? "", "http://register");
    const body = await bodyOf(request);
    if (request.headers["x-jkmy"] !== settings.key)
      return send(response, { code: "4010", msg: "接口密钥无效" });
    const answerOf = answers[path];
    if (!answerOf) return send(response, { code: "4040", msg: "接口不存在" }, 404);
    const codes = codesIn(body);
    asked.push({ path, codes });
    if (fault && (fault.path === undefined || fault.path === path)) {
      const spoilt = await spoil(fault.is, response);
      if (spoilt) return;
    }
    try {
      if (codes.length > MOST_CODES) throw new CallRefused("4001", `单次查询不得超过 ${MOST_CODES} 条`);
      send(response, { code: "0000", msg: "成功", ...answerOf({ codes, query }) });
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      send(response, { code: error.code, msg: error.message });
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  const { host = "127.0.0.1" } = settings;
  if (typeof settings.listen === "number") server.listen(settings.listen, host);
  else server.listen(settings.listen);
  await once(server, "listening");
  const address = server.address() as AddressInfo | string;

  return {
    url: typeof address === "string" ? `unix:${address}` : urlOf(host, address.port),
    asked,
    misbehave(is, path) {
      fault = is === null ? undefined : { is, path };
    },
    forget: (creditCode) => void businesses.delete(creditCode),
    overwrite: (creditCode, fields) =>
      void businesses.set(creditCode, { ...businesses.get(creditCode), ...fields }),
    async close() {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, "close");
    },
  };
}

interface Call {
  readonly codes: readonly string[];
  readonly query: URLSearchParams;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

function codesIn(body: string): readonly string[] {
  if (body === "") return [];
  const { tyshxydm } = JSON.parse(body) as { tyshxydm?: unknown };
  return Array.isArray(tyshxydm) ? tyshxydm.map(String) : [];
}

const inArea =
  (query: URLSearchParams) =>
  ({ xzqh, wgbm }: Readonly<Record<string, unknown>>): boolean =>
    String(xzqh).startsWith(query.get("xzqh") ?? "") && (!query.get("wgbm") || wgbm === query.get("wgbm"));

function rows(found: readonly object[], query: URLSearchParams): object {
  const first = Number(query.get("qsh") ?? 0);
  const count = Number(query.get("hs") ?? 20);
  if (!(first >= 0 && count >= 1 && count <= MOST_ROWS)) throw new CallRefused("4004", "分页参数有误");
  return { data: found.slice(first, first + count), zts: found.length };
}

function send(response: ServerResponse, answer: object, status = 200): void {
  response.writeHead(status, { "content-type": "application/json;charset=UTF-8" });
  response.end(JSON.stringify(answer));
}

/** Whether the call has its answer by this, such as it is; a slow one is answered in the end. */
async function spoil(fault: Fault, response: ServerResponse): Promise<boolean> {
  switch (fault.kind) {
    case "SLOW":
      await wait(fault.milliseconds, undefined, { ref: false });
      return response.destroyed;
    case "STATUS":
      send(response, { code: "9999", msg: "系统异常" }, fault.status);
      return true;
    case "MALFORMED":
      response.end('{"code":"0000","msg":"成功","data":[{"tyshxydm":"91');
      return true;
    case "SHAPELESS":
      send(response, { code: "0000", msg: "成功", data: { total: 0 } });
      return true;
    case "OVERSIZED":
      send(response, { code: "0000", msg: "成功", data: [{ beizhu: " ".repeat(OVERSIZED_BYTES) }] });
      return true;
    case "REDIRECT":
      response.writeHead(302, { location: fault.to }).end();
      return true;
    case "HANG_UP":
      response.destroy();
      return true;
  }
}
