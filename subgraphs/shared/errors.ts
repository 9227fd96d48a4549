import { GraphQLError } from "graphql";

/** Whose fault a refusal is: the caller can mend `CALLER` errors, only we can mend `SYSTEM` ones. */
export type Fault = "CALLER" | "SYSTEM";

/** One row of the error catalogue. `{name}` in a message is filled from the refusal's details. */
export interface ErrorEntry {
  readonly fault: Fault;
  /** What happened and what to do about it, in English. */
  readonly en: string;
  /** The same in Chinese. */
  readonly zh: string;
  /** The rule it enforces, e.g. `KF-9`, where there is one. */
  readonly rule?: string;
}

export type Catalogue = Readonly<Record<string, ErrorEntry>>;
export type Details = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

const fill = (template: string, details: Details): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name];
    return value === undefined ? whole : String(value);
  });

/** The refusal as an error: thrown wherever a rule is broken, rendered once at the edge. */
export function refusal(code: string, entry: ErrorEntry, details: Details = {}): GraphQLError {
  return new GraphQLError(fill(entry.en, details), {
    extensions: {
      code,
      fault: entry.fault,
      messageZh: fill(entry.zh, details),
      ...(entry.rule ? { rule: entry.rule } : {}),
      ...(Object.keys(details).length > 0 ? { details } : {}),
    },
  });
}

/** Binds a catalogue: `const refuse = refusals(ticketErrors)`, then `throw refuse("OFF_LIST", { item })`. */
export const refusals =
  <Codes extends string>(catalogue: Readonly<Record<Codes, ErrorEntry>>) =>
  (code: Codes, details?: Details): GraphQLError =>
    refusal(code, catalogue[code], details);

/** Errors any subgraph or the gateway may answer with. */
export const sharedErrors = {
  BAD_CODE: {
    fault: "CALLER",
    en: "{value} is not a valid {kind}: {finding}",
    zh: "{value} 不是有效的{kindZh}：{findingZh}",
  },
  BAD_CURSOR: {
    fault: "CALLER",
    en: "The cursor was not issued for this list and order. Start again without `after`.",
    zh: "游标不属于该列表或排序，请去掉 after 重新查询。",
  },
  PAGE_TOO_LARGE: {
    fault: "CALLER",
    en: "Ask for between 1 and {maximum} rows a page; {asked} were asked.",
    zh: "每页须为 1 至 {maximum} 行，所请求的是 {asked} 行。",
  },
  BAD_INPUT: {
    fault: "CALLER",
    en: "{field}: {problem}",
    zh: "{field}：{problemZh}",
  },
  BAD_VALUE: {
    fault: "CALLER",
    en: "A value does not fit its type: {problem}",
    zh: "参数值与其类型不符：{problem}",
  },
  BUSY: {
    fault: "SYSTEM",
    en: "The {subgraph} system is busy with the same data just now. Nothing was changed; try again in a moment.",
    zh: "{subgraph} 系统正忙于处理相同数据，未作任何更改，请稍后重试。",
  },
  CALENDAR_NOT_COVERED: {
    fault: "CALLER",
    en: "Working days are known from {first} to {last}; {day} cannot be judged. Wait for the State Council's notice to be loaded.",
    zh: "工作日历覆盖 {first} 至 {last}，无法判断 {day}，请待国务院放假通知载入后再试。",
  },
  CONFLICT: {
    fault: "CALLER",
    en: "{subject} was changed by someone else in the meantime. Read it again, then decide.",
    zh: "{subject} 已被他人更改，请重新读取后再操作。",
  },
  FORBIDDEN: {
    fault: "CALLER",
    en: "{post} of {unit} may not do this: {reason}",
    zh: "{unit} 的 {post} 无权进行此操作：{reasonZh}",
  },
  IDEMPOTENCY_KEY_REUSED: {
    fault: "CALLER",
    en: "The idempotency key {key} was already used for a different request. Use a new key.",
    zh: "幂等键 {key} 已用于另一请求，请更换新键。",
  },
  NOT_FOUND: {
    fault: "CALLER",
    en: "There is no {kind} {id}, or it is not visible to you.",
    zh: "{kindZh} {id} 不存在，或您无权查看。",
  },
  WITHHELD: {
    fault: "CALLER",
    en: "{coordinate} is withheld from you: it needs {needed}. Ask its owner for access.",
    zh: "{coordinate} 未向您开放：需要 {needed}，请向数据所有单位申请。",
  },
  UNAUTHENTICATED: {
    fault: "CALLER",
    en: "This needs a valid token. Send `Authorization: Bearer …`.",
    zh: "此项需要有效令牌，请携带 Authorization: Bearer …。",
  },
  UNSIGNED_REQUEST: {
    fault: "CALLER",
    en: "Subgraphs answer only requests signed by the gateway. Ask the gateway.",
    zh: "子图只接受网关签名的请求，请通过网关访问。",
  },
  STOPPING: {
    fault: "SYSTEM",
    en: "This server is being stopped and takes no new requests. Ask again in a moment.",
    zh: "本服务正在停止，不再接受新请求，请稍后重试。",
  },
  SUBSCRIPTION_BEHIND: {
    fault: "CALLER",
    en: "The subscription is more than {maximum} changes behind. Read the list anew, then subscribe without `after`.",
    zh: "订阅落后超过 {maximum} 条变更，请重新查询列表，再不带 after 订阅。",
  },
  SUBSCRIPTION_INTERRUPTED: {
    fault: "SYSTEM",
    en: "The subscription was interrupted. Subscribe again with `after`, the position of the last change you got: nothing is lost.",
    zh: "订阅已中断，请以最后收到的变更位置 after 重新订阅，不会遗漏。",
  },
  SUBSCRIPTION_SLOW: {
    fault: "CALLER",
    en: "Changes came faster than you took them. Subscribe again with `after`, the position of the last change you got: nothing is lost.",
    zh: "变更产生快于接收，请以最后收到的变更位置 after 重新订阅，不会遗漏。",
  },
  SUBSCRIPTION_ONLY: {
    fault: "CALLER",
    en: "Only subscriptions are served here. Send queries and mutations by POST to the same address.",
    zh: "此连接只提供订阅，查询与变更请以 POST 发送至同一地址。",
  },
  TOO_MANY_SUBSCRIPTIONS: {
    fault: "CALLER",
    en: "At most {maximum} {what} may be open at once. Close one first.",
    zh: "同时最多可有 {maximum} 个{whatZh}，请先关闭一个。",
  },
  SUBGRAPH_UNAVAILABLE: {
    fault: "SYSTEM",
    en: "The {subgraph} system cannot be reached just now. The rest of the answer stands; try again for this part.",
    zh: "{subgraph} 系统暂时无法访问；其余部分有效，请稍后重试该部分。",
  },
  INTERNAL_SERVER_ERROR: {
    fault: "SYSTEM",
    en: "Something failed on our side. Quote reference {reference} when you report it.",
    zh: "系统内部出错，反馈时请提供编号 {reference}。",
  },
} as const satisfies Catalogue;

export const refuse = refusals(sharedErrors);
