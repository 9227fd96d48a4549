import type { GraphQLError } from "graphql";
import { type Catalogue, type Details, refusal } from "../../shared/errors.ts";

/** Refusals about whistles. The rule of the whistle's kind takes the place of the one named here where it is known. */
export const whistleErrors = {
  WHISTLE_ILLEGAL_MOVE: {
    fault: "CALLER",
    en: "Whistle {number} is {state}; {move} is possible only from {allowed}.",
    zh: "哨 {number} 处于 {state} 状态；仅在 {allowed} 状态下可以 {move}。",
    rule: "PG-2",
  },
  WHISTLE_NO_PROFILE: {
    fault: "CALLER",
    en: "District {district} has no whistle profile in force on {day}. Ask the command centre to publish one.",
    zh: "{district} 在 {day} 没有生效的吹哨规则，请指挥中心先行发布。",
  },
  WHISTLE_UNKNOWN_KIND: {
    fault: "CALLER",
    en: "District {district} has no whistle {kind}; it has {kinds}.",
    zh: "{district} 没有哨种 {kind}；现有 {kinds}。",
  },
  WHISTLE_WRONG_BLOWER: {
    fault: "CALLER",
    en: "{post} of {unit} may not blow a {kind} whistle; {blowers} may. Ask one of them.",
    zh: "{unit} 的 {post} 不得吹{kindZh}；可吹此哨的是 {blowers}，请由其吹哨。",
    rule: "PG-9",
  },
  WHISTLE_NOT_THE_HANDLER: {
    fault: "CALLER",
    en: "Ticket {ticket} is handled by {handler}; only the handling unit blows a {kind} whistle from it.",
    zh: "工单 {ticket} 由 {handler} 承办；仅承办单位可据此吹{kindZh}。",
    rule: "PG-3",
  },
  WHISTLE_ELSEWHERE: {
    fault: "CALLER",
    en: "{division} lies outside {own}, for which {unit} answers; it cannot whistle there.",
    zh: "{division} 不在 {unit} 所负责的 {own} 范围内，不得在该处吹哨。",
  },
  WHISTLE_NEEDS_TICKET: {
    fault: "CALLER",
    en: "A {kind} whistle is blown from a ticket. Take the demand in first and name its ticket.",
    zh: "{kindZh}须由工单发起，请先受理诉求并注明工单。",
    rule: "PG-3",
  },
  WHISTLE_UNVERIFIED: {
    fault: "CALLER",
    en: "Ticket {ticket} has not been verified on site. The community verifies first; what it can solve it solves.",
    zh: "工单 {ticket} 未经现场核实。社区应第一时间实地核实，能解决的由社区解决。",
    rule: "KF-7",
  },
  WHISTLE_COMMUNITY_CAN_SOLVE: {
    fault: "CALLER",
    en: "On verifying ticket {ticket} the community said it can solve it. It does so without a whistle.",
    zh: "社区核实工单 {ticket} 时认定可自行解决，应由社区解决，不必吹哨。",
    rule: "KF-7",
  },
  WHISTLE_TICKET_NOT_UNDERWAY: {
    fault: "CALLER",
    en: "Ticket {ticket} is {state}: no unit has it in hand. Dispatch it first.",
    zh: "工单 {ticket} 处于 {state} 状态，尚无承办单位，请先派单。",
    rule: "PG-3",
  },
  WHISTLE_NOT_URGENT: {
    fault: "CALLER",
    en: "A {kind} whistle passes over a level and takes a ticket judged {urgency} at least; of {tickets} none is. Whistle to the next level.",
    zh: "{kindZh}越级吹响，须有紧急程度不低于 {urgency} 的工单；{tickets} 均未达到，请逐级吹哨。",
    rule: "ZY-15",
  },
  WHISTLE_SAME_LEVEL: {
    fault: "CALLER",
    en: "Whistle {whistle} of level {level} is already open for ticket {ticket}. Work on that one, or raise it.",
    zh: "工单 {ticket} 已有第 {level} 级哨 {whistle} 未办结，请继续办理该哨或将其升级。",
    rule: "PG-8",
  },
  WHISTLE_TICKET_ELSEWHERE: {
    fault: "CALLER",
    en: "Ticket {ticket} is in {place}, outside {division}, where the whistle is. Leave it out, or whistle for the wider place.",
    zh: "工单 {ticket} 在 {place}，不在本哨所在的 {division}，请去掉该工单或扩大吹哨范围。",
  },
  WHISTLE_TOO_MANY_TICKETS: {
    fault: "CALLER",
    en: "Name at most {maximum} tickets, each once; {asked} were named.",
    zh: "工单最多 {maximum} 张且不得重复，所列为 {asked} 张。",
  },
  WHISTLE_ONE_LEAD: {
    fault: "CALLER",
    en: "A {kind} whistle has exactly one lead; {leads} were named.",
    zh: "{kindZh}须有且仅有一个牵头单位，所列为 {leads} 个。",
    rule: "KF-10",
  },
  WHISTLE_LEAD_IS_BLOWER: {
    fault: "CALLER",
    en: "A {kind} whistle is led by the unit that blows it: make {unit} the lead.",
    zh: "{kindZh}由吹哨单位牵头，请将 {unit} 列为牵头单位。",
    rule: "PG-15",
  },
  WHISTLE_ASSISTING_COUNT: {
    fault: "CALLER",
    en: "A {kind} whistle calls {minimum} to {maximum} assisting units; {assisting} were named.",
    zh: "{kindZh}的协办单位应为 {minimum} 至 {maximum} 个，所列为 {assisting} 个。",
    rule: "KF-10",
  },
  WHISTLE_UNIT_TWICE: {
    fault: "CALLER",
    en: "{unit} is called twice. Name every unit once, with one role.",
    zh: "{unit} 重复列出，每个单位只能列一次并只有一个角色。",
  },
  WHISTLE_UNKNOWN_UNIT: {
    fault: "CALLER",
    en: "There is no unit {unit}. Look it up among the district's units.",
    zh: "没有单位 {unit}，请在本区单位名录中查找。",
  },
  WHISTLE_WRONG_TARGET: {
    fault: "CALLER",
    en: "A {kind} whistle cannot call {unit}, a {unitKind}, as {role}; it calls {kinds}.",
    zh: "{kindZh}不得以 {role} 身份呼叫 {unit}（{unitKind}）；可呼叫 {kinds}。",
    rule: "KF-10",
  },
  WHISTLE_OUT_OF_REACH: {
    fault: "CALLER",
    en: "A {kind} whistle calls units within {within}; {unit} is not.",
    zh: "{kindZh}只能呼叫 {within} 范围内的单位，{unit} 不在其中。",
    rule: "PG-8",
  },
  WHISTLE_UNCITED: {
    fault: "CALLER",
    en: "{unit} is called without a power or duty item. Cite the item by which it is competent.",
    zh: "呼叫 {unit} 未引用职权或责任事项，请注明其依据的事项。",
    rule: "PG-5",
  },
  WHISTLE_COORDINATION: {
    fault: "CALLER",
    en: "A {kind} whistle called like this is {follows}, not {stated}: it follows from who blows and who is to lead. Leave `coordination` out.",
    zh: "如此吹响的{kindZh}属于 {follows}，不是 {stated}：协同方式由吹哨方和牵头单位决定，请勿填写 coordination。",
    rule: "PG-15",
  },
  WHISTLE_HANDED_DOWN_UNCITED: {
    fault: "CALLER",
    en: "A department puts on {unit} only what its lists hold. Cite the item, or have the duty handed down with approval, funds and conditions first.",
    zh: "部门只能要求 {unit} 落实其清单内事项。请引用清单事项，或先行履行下沉职责审核（批准、经费、条件）。",
    rule: "GZ-9",
  },
  WHISTLE_NO_MATTER: {
    fault: "CALLER",
    en: "An item is cited for {unit}, but no matter to judge it by: none of the tickets is matched. Give `matter`.",
    zh: "为 {unit} 引用了职权事项，但工单均未匹配事项，无从核对，请填写 matter。",
    rule: "PG-5",
  },
  WHISTLE_OFF_LIST: {
    fault: "CALLER",
    en: "{unit} cannot be called by item {item} on {day}: {reason}",
    zh: "{day} 不得依据 {item} 呼叫 {unit}：{reasonZh}",
    rule: "GZ-8",
  },
  WHISTLE_THEME: {
    fault: "CALLER",
    en: "Give one of the themes of a {kind} whistle ({themes}), or none where it has none; {theme} was given.",
    zh: "{kindZh}的主题应为 {themes} 之一（没有主题的哨不填），所填为 {theme}。",
    rule: "PG-10",
  },
  WHISTLE_SOURCE: {
    fault: "CALLER",
    en: "{source} is no whistle source of the district; it knows {sources}.",
    zh: "{source} 不是本区的哨源；现有 {sources}。",
    rule: "PG-9",
  },
  WHISTLE_UNKNOWN_SEAT: {
    fault: "CALLER",
    en: "A {kind} whistle has no seat {seat}; it has {seats}.",
    zh: "{kindZh}没有成员 {seat}；现有 {seats}。",
    rule: "PG-16",
  },
  WHISTLE_NO_GRID: {
    fault: "CALLER",
    en: "Every whistle has a grid. Give `grid`, or say outright that there is none yet with `noGridYet`, not both.",
    zh: "哨须吹在网格：请填写 grid，确无网格时填写 noGridYet，二者择一。",
    rule: "BJ-12",
  },
  WHISTLE_GRID_ELSEWHERE: {
    fault: "CALLER",
    en: "Grid {grid} does not lie in {division}, where the whistle is.",
    zh: "网格 {grid} 不在本哨所在的 {division}。",
    rule: "BJ-12",
  },
  WHISTLE_ESTATE_ELSEWHERE: {
    fault: "CALLER",
    en: "Estate {estate} does not lie in {division}, where the whistle is.",
    zh: "小区 {estate} 不在本哨所在的 {division}。",
    rule: "BJ-12",
  },
  WHISTLE_GRID_KNOWN: {
    fault: "CALLER",
    en: "Whistle {number} already has grid {grid}.",
    zh: "哨 {number} 已有网格 {grid}。",
    rule: "BJ-12",
  },
  WHISTLE_NOT_SCREENER: {
    fault: "CALLER",
    en: "Whistle {number} is screened by {screeners} of its place; you act as {post} of {unit}.",
    zh: "哨 {number} 应由属地 {screeners} 筛选；您的身份是 {unit} 的 {post}。",
    rule: "PG-9",
  },
  WHISTLE_NOT_CALLED: {
    fault: "CALLER",
    en: "Whistle {number} does not call {unit}; it calls {called}.",
    zh: "哨 {number} 没有呼叫 {unit}；所呼叫的是 {called}。",
    rule: "KF-11",
  },
  WHISTLE_WRONG_RESPONDER: {
    fault: "CALLER",
    en: "{post} of {unit} does not answer a {kind} whistle; {answerers} do.",
    zh: "{unit} 的 {post} 不应{kindZh}；应哨的是 {answerers}。",
    rule: "KF-11",
  },
  WHISTLE_OTHER_AREA: {
    fault: "CALLER",
    en: "You answer for {own}; whistle {number} is in {division}. Its designated responder or the chief answers it.",
    zh: "您负责 {own}，哨 {number} 在 {division}，应由该处应哨人或总应哨人应哨。",
    rule: "KF-11",
  },
  WHISTLE_STEP_DONE: {
    fault: "CALLER",
    en: "{unit} has already done {move} for whistle {number}, at {done}. It stands; nothing was changed.",
    zh: "{unit} 已于 {done} 对哨 {number} 完成 {move}，以先办者为准，本次未作更改。",
  },
  WHISTLE_NEEDS_POSITION: {
    fault: "CALLER",
    en: "Whoever arrives for a {kind} whistle checks in where they stand. Give `position` with the arrival at {number}.",
    zh: "{kindZh}须现场签到，请在报到 {number} 时填写 position。",
    rule: "GZ-16",
  },
  WHISTLE_STEP_SKIPPED: {
    fault: "CALLER",
    en: "{unit} must {needed} before it can {move} on whistle {number}.",
    zh: "{unit} 须先完成 {needed}，才能对哨 {number} 进行 {move}。",
    rule: "PG-2",
  },
  WHISTLE_DUTY_CONTESTED: {
    fault: "CALLER",
    en: "{unit} contests its duty in whistle {number}. It acts again once the arbiter has decided.",
    zh: "{unit} 对哨 {number} 的职责提出争议，待裁决后再行办理。",
    rule: "PG-4",
  },
  WHISTLE_NO_TASK_FORCE: {
    fault: "CALLER",
    en: "Whistle {number} on {theme} is worked by a task force, and none was formed. Form it first.",
    zh: "哨 {number}（{theme}）须成立专班办理，尚未成立，请先成立专班。",
    rule: "PG-11",
  },
  WHISTLE_TASK_FORCE_EXISTS: {
    fault: "CALLER",
    en: "Whistle {number} has a task force already.",
    zh: "哨 {number} 已成立专班。",
    rule: "PG-11",
  },
  WHISTLE_DUTIES_INCOMPLETE: {
    fault: "CALLER",
    en: "The duty list must name every called unit once, and no other but the blower: {unit}.",
    zh: "职责分工须逐一列明每个应哨单位，且只可另列吹哨单位：{unit}。",
    rule: "PG-11",
  },
  WHISTLE_ONE_SUPERVISOR: {
    fault: "CALLER",
    en: "Party committee and government each supervise by a person of their own; both are {supervisor}.",
    zh: "党委、政府应各有督办人，所填均为 {supervisor}。",
    rule: "PG-11",
  },
  WHISTLE_NOT_THE_BLOWER: {
    fault: "CALLER",
    en: "Only the blower of whistle {number}, of {blower}, may {move}, for a resident's whistle that resident or the command centre; you act as {post} of {unit}.",
    zh: "仅哨 {number} 的吹哨方（{blower}）可以 {move}，居民所吹之哨由该居民本人或指挥中心办理；您的身份是 {unit} 的 {post}。",
    rule: "KF-15",
  },
  WHISTLE_NOT_THE_CENTRE: {
    fault: "CALLER",
    en: "Only the command centre of district {district} may {move}; you act as {post} of {unit}.",
    zh: "仅 {district} 指挥中心可以 {move}；您的身份是 {unit} 的 {post}。",
    rule: "GZ-16",
  },
  WHISTLE_NOT_ARBITER: {
    fault: "CALLER",
    en: "Contested duties in district {district} are decided by {arbiters}; you act as {post} of {unit}.",
    zh: "{district} 的职责争议由 {arbiters} 裁决；您的身份是 {unit} 的 {post}。",
    rule: "PG-4",
  },
  WHISTLE_NOT_CONTESTED: {
    fault: "CALLER",
    en: "{unit} has no open dispute in whistle {number}.",
    zh: "{unit} 在哨 {number} 中没有待裁决的争议。",
    rule: "PG-4",
  },
  WHISTLE_NEEDS_REPLACEMENT: {
    fault: "CALLER",
    en: "With {unit} released whistle {number} would lack {lacking}. Name the unit that takes its place.",
    zh: "免除 {unit} 后哨 {number} 将缺少 {lacking}，请指定替代单位。",
    rule: "KF-10",
  },
  WHISTLE_REPLACEMENT_UNWANTED: {
    fault: "CALLER",
    en: "{unit} stays called, so nobody takes its place. Leave out the replacement.",
    zh: "{unit} 仍须应哨，无须替代单位，请勿填写。",
    rule: "PG-4",
  },
  WHISTLE_NOT_RULING: {
    fault: "CALLER",
    en: "Misuse in district {district} is ruled by {rulers}; you act as {post} of {unit}.",
    zh: "{district} 的乱吹哨由 {rulers} 认定；您的身份是 {unit} 的 {post}。",
    rule: "KF-17",
  },
  WHISTLE_TOP_LEVEL: {
    fault: "CALLER",
    en: "A {kind} whistle is of the highest level; it cannot be raised.",
    zh: "{kindZh}已是最高级别，不能再升级。",
    rule: "PG-8",
  },
  WHISTLE_LEVEL_SKIPPED: {
    fault: "CALLER",
    en: "A {kind} whistle is raised one level at a time: to {next}, not to {asked}. Only an emergency passes a level over, by: {emergency}.",
    zh: "{kindZh}须逐级升级，应升级为 {next}，不得升级为 {asked}。仅紧急情况可越级，哨种为：{emergency}。",
    rule: "ZY-15",
  },
  WHISTLE_ALREADY_RAISED: {
    fault: "CALLER",
    en: "Whistle {number} was already raised, to {to}.",
    zh: "哨 {number} 已升级为 {to}。",
    rule: "PG-8",
  },
  WHISTLE_NO_CHECKPOINT: {
    fault: "CALLER",
    en: "Whistle {number} has no checkpoint {ordinal}; it has {checkpoints}.",
    zh: "哨 {number} 没有第 {ordinal} 个节点，共有 {checkpoints} 个。",
    rule: "PG-12",
  },
  WHISTLE_CHECKPOINT_RECORDED: {
    fault: "CALLER",
    en: "Checkpoint {ordinal} of whistle {number} was recorded at {done}.",
    zh: "哨 {number} 第 {ordinal} 个节点已于 {done} 记录。",
    rule: "PG-12",
  },
  WHISTLE_NOT_AT_WORK_ON_IT: {
    fault: "CALLER",
    en: "Only the lead or the blower of whistle {number} may {move}; you act as {post} of {unit}.",
    zh: "仅哨 {number} 的牵头单位或吹哨方可以 {move}；您的身份是 {unit} 的 {post}。",
    rule: "PG-11",
  },
  WHISTLE_PAUSED: {
    fault: "CALLER",
    en: "Whistle {number} is paused since {since}. Resume it first.",
    zh: "哨 {number} 自 {since} 起已暂停计时，请先恢复。",
  },
  WHISTLE_NOT_PAUSED: {
    fault: "CALLER",
    en: "Whistle {number} is not paused; its clocks run.",
    zh: "哨 {number} 未暂停，正在计时。",
  },
  WHISTLE_NOTHING_RUNS: {
    fault: "CALLER",
    en: "No clock of whistle {number} runs any more: there is nothing to pause.",
    zh: "哨 {number} 已没有正在计时的时限，无须暂停。",
  },
  WHISTLE_NO_CLOCK: {
    fault: "CALLER",
    en: "Whistle {number} has no clock {step} {ordinal}; it has {clocks}.",
    zh: "哨 {number} 没有 {step} {ordinal} 时限；现有 {clocks}。",
  },
  WHISTLE_CLOCK_OF_OTHERS: {
    fault: "CALLER",
    en: "{step} of whistle {number} is not {unit}'s to do any more, or never was: who has to do it asks for more time.",
    zh: "哨 {number} 的 {step} 已不由或本不由 {unit} 承担，延期应由承担单位申请。",
  },
  WHISTLE_EXTENSION_TOO_LATE: {
    fault: "CALLER",
    en: "{step} of whistle {number} is done, stopped or has run out: more time is asked for and granted before that.",
    zh: "哨 {number} 的 {step} 已完成、中止或届满，延期须在届满前申请并批准。",
  },
  WHISTLE_EXTENSION_PENDING: {
    fault: "CALLER",
    en: "More time for {step} of whistle {number} is asked for already. Wait for the decision.",
    zh: "哨 {number} 的 {step} 已申请延期，请等待审核。",
  },
  WHISTLE_EXTENSION_NOT_ASKED: {
    fault: "CALLER",
    en: "Nobody waits for a decision on more time for {step} of whistle {number}.",
    zh: "哨 {number} 的 {step} 没有待审核的延期申请。",
  },
  WHISTLE_EXTENSION_AMOUNT: {
    fault: "CALLER",
    en: "Ask for 1 to {maximum} of the clock's own unit; {amount} were asked for.",
    zh: "延期量应为 1 至 {maximum}（按该时限的单位计），所填为 {amount}。",
  },
  WHISTLE_TEXT: {
    fault: "CALLER",
    en: "{field} takes 1 to {maximum} characters.",
    zh: "{field} 须为 1 至 {maximum} 个字符。",
  },
  WHISTLE_PERIOD: {
    fault: "CALLER",
    en: "The period must end after it begins and last two years at most; {from} to {until} was given.",
    zh: "统计区间须有先后且不超过两年，所填为 {from} 至 {until}。",
  },
} as const satisfies Catalogue;

export type WhistleErrorCode = keyof typeof whistleErrors;

/** What stands against a move, before it is thrown: `whistleOptions` shows it, `blowWhistle` refuses with it. */
export interface Finding {
  readonly code: WhistleErrorCode;
  readonly details: Details;
  /** The rule of the whistle's own kind, which says more than the catalogue's. */
  readonly rule?: string | undefined;
}

export const refuseFor = ({ code, details, rule }: Finding): GraphQLError => {
  const entry = whistleErrors[code];
  return refusal(code, rule ? { ...entry, rule } : entry, details);
};

export const refuse = (code: WhistleErrorCode, details: Details): GraphQLError =>
  refuseFor({ code, details });
