import { type ErrorEntry, refusals } from "./refusal.ts";

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
  HEADERS_TOO_LARGE: {
    fault: "CALLER",
    en: "The request's headers are larger than {kilobytes} KB. Send fewer or shorter ones.",
    zh: "请求头超过 {kilobytes} KB，请精简。",
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
    zh: "{coordinate} 未向您开放：需要{neededZh}，请向数据所有单位申请。",
  },
  GROUNDS_MALFORMED: {
    fault: "CALLER",
    en: "The {name} stated in `{header}` {problem}. State one code or number.",
    zh: "{header} 中所写内容有误：{problemZh}，请填写一个编码或编号。",
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
  BODY_TOO_LARGE: {
    fault: "CALLER",
    en: "The request's body is larger than {megabytes} MB. Send less at once.",
    zh: "请求体超过 {megabytes} MB，请分次发送。",
  },
  BODY_UNREADABLE: {
    fault: "CALLER",
    en: "The body cannot be read as {given}. Send `application/json` in UTF-8, not compressed.",
    zh: "无法按 {given} 读取请求体，请以 UTF-8 发送未压缩的 application/json。",
  },
  CROSS_SITE_REQUEST: {
    fault: "CALLER",
    en: "A page of another site could send this without asking. Add the header `apollo-require-preflight: true`.",
    zh: "该请求可能由其他网站未经许可发出，请增加请求头 apollo-require-preflight: true。",
  },
  FILE_DAMAGED: {
    fault: "CALLER",
    en: "A file begins as a photo or recording and does not go on as one. Save it anew, or take another.",
    zh: "文件内容不完整或已损坏，请重新保存或重新拍摄、录制。",
  },
  FILE_TOO_LARGE: {
    fault: "CALLER",
    en: "A file is larger than {megabytes} MB. Send a smaller photo or a shorter recording.",
    zh: "单个文件超过 {megabytes} MB，请压缩照片或缩短录音。",
  },
  FILE_TYPE_REFUSED: {
    fault: "CALLER",
    en: "A file is none of what is taken: JPEG, PNG, WebP, HEIC, MP4, 3GP, M4A, MP3, OGG, WAV, AMR. What counts is what is in it, not its name.",
    zh: "文件格式不受理，仅接受 JPEG、PNG、WebP、HEIC、MP4、3GP、M4A、MP3、OGG、WAV、AMR，以文件内容而非文件名为准。",
  },
  INTROSPECTION_REFUSED: {
    fault: "CALLER",
    en: "{field} describes the schema, and that is closed to you: {reason}. `__typename` is open to all.",
    zh: "{field} 用于查询图谱结构，未向您开放：{reasonZh}。__typename 不受限制。",
  },
  LIST_SIZE_MISSING: {
    fault: "CALLER",
    en: "Say how many rows of {coordinate} you ask for, with {arguments}.",
    zh: "请用 {arguments} 指明 {coordinate} 所需行数。",
  },
  MALFORMED_REQUEST: {
    fault: "CALLER",
    en: "This is no HTTP request that can be read: {problem}.",
    zh: "无法识别的 HTTP 请求：{problemZh}。",
  },
  METHOD_NOT_ALLOWED: {
    fault: "CALLER",
    en: "{path} takes no {method}. Use {allowed}.",
    zh: "{path} 不接受 {method}，请使用 {allowed}。",
  },
  NO_SUCH_MEDIA: {
    fault: "CALLER",
    en: "There is no such photo or recording, or the demand it came with is not visible to you.",
    zh: "该照片或录音不存在，或您无权查看其所属诉求。",
  },
  NO_SUCH_PATH: {
    fault: "CALLER",
    en: "There is nothing at this path. GraphQL is at {graphql}, the explorer at {explorer}.",
    zh: "此路径无内容。GraphQL 位于 {graphql}，浏览工具位于 {explorer}。",
  },
  NOT_RECORDED: {
    fault: "SYSTEM",
    en: "The access could not be put on record, so nothing is shown. Ask again in a moment.",
    zh: "本次访问未能留痕，故不予显示，请稍后重试。",
  },
  OPERATION_TOO_COSTLY: {
    fault: "CALLER",
    en: "The operation may answer with as much as {cost} counts for, and {maximum} is allowed. Ask for fewer rows a page, or for less inside each row.",
    zh: "该操作的成本估值为 {cost}，上限为 {maximum}，请减少每页行数或行内字段。",
  },
  OPERATION_TOO_LARGE: {
    fault: "CALLER",
    en: "The operation has more than {maximum} {what}. Ask for less, or in several operations.",
    zh: "该操作的{whatZh}超过 {maximum} 个，请精简或拆分。",
  },
  ORIGIN_REFUSED: {
    fault: "CALLER",
    en: "Pages of this origin may not ask the graph. Its operator can add the origin to ALLOWED_ORIGINS.",
    zh: "该来源的页面无权访问图谱，运维人员可将其加入 ALLOWED_ORIGINS。",
  },
  OVERLOADED: {
    fault: "SYSTEM",
    en: "More is asked of this server than it can answer in time. Nothing was done; ask again in {seconds} seconds.",
    zh: "服务繁忙，未执行任何操作，请在 {seconds} 秒后重试。",
  },
  RATE_LIMITED: {
    fault: "CALLER",
    en: "You have asked for more than one client may in this time. Ask again in {seconds} seconds.",
    zh: "您的请求量已超出单个客户端的限额，请在 {seconds} 秒后重试。",
  },
  REQUEST_TIMED_OUT: {
    fault: "CALLER",
    en: "The request did not arrive in full in time. Send it again, in one go.",
    zh: "请求未能按时完整送达，请重新发送。",
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
  SUBSCRIPTION_ELSEWHERE: {
    fault: "CALLER",
    en: "A subscription is followed over WebSocket (graphql-transport-ws) or as `text/event-stream`, at the same address.",
    zh: "订阅请在同一地址使用 WebSocket（graphql-transport-ws）或 text/event-stream。",
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
  INVALID_SUBGRAPH_ANSWER: {
    fault: "SYSTEM",
    en: "What was answered for {part} does not fit the graph's contract and is not shown. The rest of the answer stands.",
    zh: "{part} 的应答与图谱契约不符，未予显示；其余部分有效。",
  },
  UPLOAD_MALFORMED: {
    fault: "CALLER",
    en: "The request is no GraphQL multipart request: {problem}. Nothing of it was kept.",
    zh: "不符合 GraphQL multipart 请求规范：{problemZh}。未保留任何文件。",
  },
  UPLOADS_NOT_TAKEN: {
    fault: "SYSTEM",
    en: "No files are taken here: the system that would keep them has no place for them.",
    zh: "此处不受理文件上传：系统未配置文件存储。",
  },
  URL_TOO_LONG: {
    fault: "CALLER",
    en: "The address is longer than {maximum} characters. Send the operation by POST.",
    zh: "请求地址超过 {maximum} 个字符，请改用 POST 发送。",
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
} as const satisfies Readonly<Record<string, ErrorEntry>>;

export const refuse = refusals(sharedErrors);
