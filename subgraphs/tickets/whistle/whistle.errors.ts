import type { GraphQLError } from "graphql";
import { type Details, type Refusals, refusal, refusals } from "../../shared/refusal.ts";

/** Refusals about whistles. The rule of the whistle's kind takes the place of the one named here where it is known. */
export const whistleErrors = {
  WHISTLE_ILLEGAL_MOVE: {
    fault: "CALLER",
    en: "Whistle {number} is {state}; {move} is possible only from {states}.",
    zh: "哨 {number} 处于 {state} 状态；仅在 {states} 状态下可以 {move}。",
    rule: "PG-2",
    allowed: {
      en: "From {state} these are possible: {moves}.",
      zh: "{state} 状态下可办理：{moves}。",
      states: "{states}",
      moves: "{moves}",
    },
  },
  WHISTLE_NO_PROFILE: {
    fault: "CALLER",
    en: "District {district} has no whistle profile in force on {day}.",
    zh: "{district} 在 {day} 没有生效的吹哨规则。",
    rule: "PROFILE-DECIDES",
    allowed: {
      en: "Ask the command centre to publish one.",
      zh: "请指挥中心先行发布。",
    },
  },
  WHISTLE_PROFILE_HOLES: {
    fault: "CALLER",
    en: "The whistle profile has holes: {holes}.",
    zh: "吹哨规则有 {holes} 处问题，逐项见 details.findings（含行、列）。",
    rule: "PROFILE-DECIDES",
    allowed: {
      en: "Each is in details.findings with its line and column; mend them, then load it again.",
      zh: "请更正后重新载入。",
    },
  },
  WHISTLE_PROFILE_TOO_LONG: {
    fault: "CALLER",
    en: "A whistle profile has {maximum} characters at most; {given} were given. Leave out what is no rule.",
    zh: "吹哨规则不超过 {maximum} 个字符，所给为 {given} 个，请删去无关内容。",
    rule: null,
  },
  WHISTLE_PROFILE_OF_OTHERS: {
    fault: "CALLER",
    en: "You keep the lists of {own}; the profile is of {district}.",
    zh: "您负责 {own} 的清单，该吹哨规则属于 {district}。",
    rule: "OWN-DISTRICT",
    allowed: {
      en: "Its own list keeper loads it.",
      zh: "应由该区清单管理员载入。",
      posts: ["LIST_KEEPER"],
    },
  },
  WHISTLE_PROFILE_IN_THE_PAST: {
    fault: "CALLER",
    en: "A version of {day}, in line {line}, would change what was in force on days past.",
    zh: "第 {line} 行所填 {day} 已过，已过日期施行的规则不得更改。",
    rule: "NOT-BACKWARDS",
    allowed: {
      en: "It takes effect on {today} or later.",
      zh: "新版吹哨规则应自 {today} 或以后生效。",
      earliest: "{today}",
    },
  },
  WHISTLE_PROFILE_VERSION_TAKEN: {
    fault: "CALLER",
    en: "Version {version} of {district} is loaded and reads differently.",
    zh: "{district} 第 {version} 版吹哨规则已载入且内容不同。",
    rule: "ONE-RECORD",
    allowed: {
      en: "Give the change a version number of its own.",
      zh: "请为更改另编版本号。",
    },
  },
  WHISTLE_UNKNOWN_KIND: {
    fault: "CALLER",
    en: "District {district} has no whistle {kind}.",
    zh: "{district} 没有哨种 {kind}。",
    rule: "PROFILE-DECIDES",
    allowed: {
      en: "It has {kinds}.",
      zh: "现有 {kinds}。",
      values: "{kinds}",
    },
  },
  WHISTLE_WRONG_BLOWER: {
    fault: "CALLER",
    en: "{post} of {unit} may not blow a {kind} whistle.",
    zh: "{unit} 的 {post} 不得吹{kindZh}。",
    rule: "PG-9",
    allowed: {
      en: "{blowers} may. Ask one of them.",
      zh: "可吹此哨的是 {blowers}，请由其吹哨。",
      posts: "{posts}",
    },
  },
  WHISTLE_NOT_THE_HANDLER: {
    fault: "CALLER",
    en: "Ticket {ticket} is handled by {handler}.",
    zh: "工单 {ticket} 由 {handler} 承办。",
    rule: "PG-3",
    allowed: {
      en: "Only the handling unit blows a {kind} whistle from it.",
      zh: "仅承办单位可据此吹{kindZh}。",
      units: "{handler}",
    },
  },
  WHISTLE_ELSEWHERE: {
    fault: "CALLER",
    en: "{division} lies outside {own}, for which {unit} answers.",
    zh: "{division} 不在 {unit} 所负责的 {own} 范围内。",
    rule: "OWN-PLACE",
    allowed: {
      en: "Whistle there, or leave it to whoever answers for {division}.",
      zh: "请在本辖区吹哨，或由 {division} 的属地吹哨。",
    },
  },
  WHISTLE_NEEDS_TICKET: {
    fault: "CALLER",
    en: "A {kind} whistle is blown from a ticket.",
    zh: "{kindZh}须由工单发起。",
    rule: "PG-3",
    allowed: {
      en: "Take the demand in first and name its ticket.",
      zh: "请先受理诉求并注明工单。",
    },
  },
  WHISTLE_UNVERIFIED: {
    fault: "CALLER",
    en: "Ticket {ticket} has not been verified on site.",
    zh: "工单 {ticket} 未经现场核实。",
    rule: "KF-7",
    allowed: {
      en: "The community verifies first; what it can solve it solves.",
      zh: "社区应第一时间实地核实，能解决的由社区解决。",
      moves: ["verify"],
    },
  },
  WHISTLE_COMMUNITY_CAN_SOLVE: {
    fault: "CALLER",
    en: "On verifying ticket {ticket} the community said it can solve it.",
    zh: "社区核实工单 {ticket} 时认定可自行解决。",
    rule: "KF-7",
    allowed: {
      en: "It does so without a whistle.",
      zh: "应由社区解决，不必吹哨。",
    },
  },
  WHISTLE_TICKET_NOT_UNDERWAY: {
    fault: "CALLER",
    en: "Ticket {ticket} is {state}: no unit has it in hand.",
    zh: "工单 {ticket} 处于 {state} 状态，尚无承办单位。",
    rule: "PG-3",
    allowed: {
      en: "Dispatch it first.",
      zh: "请先派单。",
    },
  },
  WHISTLE_NOT_URGENT: {
    fault: "CALLER",
    en: "A {kind} whistle passes over a level and takes a ticket judged {urgency} at least; of {tickets} none is.",
    zh: "{kindZh}越级吹响，须有紧急程度不低于 {urgency} 的工单；{tickets} 均未达到。",
    rule: "ZY-15",
    allowed: {
      en: "Whistle to the next level.",
      zh: "请逐级吹哨。",
      values: "{urgency}",
    },
  },
  WHISTLE_SAME_LEVEL: {
    fault: "CALLER",
    en: "Whistle {whistle} of level {level} is already open for ticket {ticket}.",
    zh: "工单 {ticket} 已有第 {level} 级哨 {whistle} 未办结。",
    rule: "PG-8",
    allowed: {
      en: "Work on that one, or raise it.",
      zh: "请继续办理该哨或将其升级。",
    },
  },
  WHISTLE_TICKET_ELSEWHERE: {
    fault: "CALLER",
    en: "Ticket {ticket} is in {place}, outside {division}, where the whistle is.",
    zh: "工单 {ticket} 在 {place}，不在本哨所在的 {division}。",
    rule: "OWN-PLACE",
    allowed: {
      en: "Leave it out, or whistle for the wider place.",
      zh: "请去掉该工单或扩大吹哨范围。",
    },
  },
  WHISTLE_TOO_MANY_TICKETS: {
    fault: "CALLER",
    en: "Name at most {maximum} tickets, each once; {asked} were named.",
    zh: "工单最多 {maximum} 张且不得重复，所列为 {asked} 张。",
    rule: null,
  },
  WHISTLE_ONE_LEAD: {
    fault: "CALLER",
    en: "{leads} leads were named.",
    zh: "所列牵头单位为 {leads} 个。",
    rule: "KF-10",
    allowed: {
      en: "A {kind} whistle has exactly one.",
      zh: "{kindZh}须有且仅有一个牵头单位。",
      minimum: 1,
      maximum: 1,
    },
  },
  WHISTLE_LEAD_IS_BLOWER: {
    fault: "CALLER",
    en: "A {kind} whistle is led by the unit that blows it.",
    zh: "{kindZh}由吹哨单位牵头。",
    rule: "PG-15",
    allowed: {
      en: "Make {unit} the lead.",
      zh: "请将 {unit} 列为牵头单位。",
      units: "{unit}",
    },
  },
  WHISTLE_ASSISTING_COUNT: {
    fault: "CALLER",
    en: "{assisting} assisting units were named.",
    zh: "所列协办单位为 {assisting} 个。",
    rule: "KF-10",
    allowed: {
      en: "A {kind} whistle calls {minimum} to {maximum}.",
      zh: "{kindZh}的协办单位应为 {minimum} 至 {maximum} 个。",
      minimum: "{minimum}",
      maximum: "{maximum}",
    },
  },
  WHISTLE_UNIT_TWICE: {
    fault: "CALLER",
    en: "{unit} is called twice.",
    zh: "{unit} 重复列出。",
    rule: "KF-10",
    allowed: {
      en: "Name every unit once, with one role.",
      zh: "每个单位只能列一次并只有一个角色。",
    },
  },
  WHISTLE_UNKNOWN_UNIT: {
    fault: "CALLER",
    en: "There is no unit {unit}. Look it up among the district's units.",
    zh: "没有单位 {unit}，请在本区单位名录中查找。",
    rule: null,
  },
  WHISTLE_WRONG_TARGET: {
    fault: "CALLER",
    en: "A {kind} whistle cannot call {unit}, a {unitKind}, as {role}.",
    zh: "{kindZh}不得以 {role} 身份呼叫 {unit}（{unitKind}）。",
    rule: "KF-10",
    allowed: {
      en: "It calls {kinds}.",
      zh: "可呼叫 {kinds}。",
      values: "{kinds}",
    },
  },
  WHISTLE_OUT_OF_REACH: {
    fault: "CALLER",
    en: "{unit} is beyond a {kind} whistle.",
    zh: "{unit} 不在{kindZh}的呼叫范围内。",
    rule: "PG-8",
    allowed: {
      en: "It calls units within {within}.",
      zh: "只能呼叫 {within} 范围内的单位。",
      values: "{within}",
    },
  },
  WHISTLE_UNCITED: {
    fault: "CALLER",
    en: "{unit} is called without a power or duty item.",
    zh: "呼叫 {unit} 未引用职权或责任事项。",
    rule: "PG-5",
    allowed: {
      en: "Cite the item by which it is competent.",
      zh: "请注明其依据的事项。",
    },
  },
  WHISTLE_COORDINATION: {
    fault: "CALLER",
    en: "A {kind} whistle called like this is {follows}, not {stated}: it follows from who blows and who is to lead.",
    zh: "如此吹响的{kindZh}属于 {follows}，不是 {stated}：协同方式由吹哨方和牵头单位决定。",
    rule: "PG-15",
    allowed: {
      en: "Leave `coordination` out.",
      zh: "请勿填写 coordination。",
      values: "{follows}",
    },
  },
  WHISTLE_HANDED_DOWN_UNCITED: {
    fault: "CALLER",
    en: "A department puts on {unit} only what its lists hold.",
    zh: "部门只能要求 {unit} 落实其清单内事项。",
    rule: "GZ-9",
    allowed: {
      en: "Cite the item, or have the duty handed down with approval, funds and conditions first.",
      zh: "请引用清单事项，或先行履行下沉职责审核（批准、经费、条件）。",
    },
  },
  WHISTLE_NO_MATTER: {
    fault: "CALLER",
    en: "An item is cited for {unit}, but no matter to judge it by: none of the tickets is matched.",
    zh: "为 {unit} 引用了职权事项，但工单均未匹配事项，无从核对。",
    rule: "PG-5",
    allowed: {
      en: "Give `matter`.",
      zh: "请填写 matter。",
    },
  },
  WHISTLE_OFF_LIST: {
    fault: "CALLER",
    en: "{unit} cannot be called by item {item} on {day}: {reason}.",
    zh: "{day} 不得依据 {item} 呼叫 {unit}：{reasonZh}。",
    rule: "GZ-8",
    allowed: {
      en: "Cite an item its lists hold that day, or call the body that is competent.",
      zh: "请引用其当日清单内的事项，或呼叫有权单位。",
    },
  },
  WHISTLE_THEME: {
    fault: "CALLER",
    en: "{theme} is no theme of a {kind} whistle.",
    zh: "{theme} 不是{kindZh}的主题。",
    rule: "PG-10",
    allowed: {
      en: "Give one of {themes}, or none where it has none.",
      zh: "应为 {themes} 之一，没有主题的哨不填。",
      values: "{themes}",
    },
  },
  WHISTLE_SOURCE: {
    fault: "CALLER",
    en: "{source} is no whistle source of the district.",
    zh: "{source} 不是本区的哨源。",
    rule: "PG-9",
    allowed: {
      en: "It knows {sources}.",
      zh: "现有 {sources}。",
      values: "{sources}",
    },
  },
  WHISTLE_UNKNOWN_SEAT: {
    fault: "CALLER",
    en: "A {kind} whistle has no seat {seat}.",
    zh: "{kindZh}没有成员 {seat}。",
    rule: "PG-16",
    allowed: {
      en: "It has {seats}.",
      zh: "现有 {seats}。",
      values: "{seats}",
    },
  },
  WHISTLE_NO_GRID: {
    fault: "CALLER",
    en: "Every whistle has a grid.",
    zh: "哨须吹在网格。",
    rule: "BJ-12",
    allowed: {
      en: "Give `grid`, or say outright that there is none yet with `noGridYet`, not both.",
      zh: "请填写 grid，确无网格时填写 noGridYet，二者择一。",
    },
  },
  WHISTLE_GRID_ELSEWHERE: {
    fault: "CALLER",
    en: "Grid {grid} does not lie in {division}, where the whistle is.",
    zh: "网格 {grid} 不在本哨所在的 {division}。",
    rule: "BJ-12",
    allowed: {
      en: "Name a grid of {division}.",
      zh: "请填写 {division} 内的网格。",
    },
  },
  WHISTLE_ESTATE_ELSEWHERE: {
    fault: "CALLER",
    en: "Estate {estate} does not lie in {division}, where the whistle is.",
    zh: "小区 {estate} 不在本哨所在的 {division}。",
    rule: "BJ-12",
    allowed: {
      en: "Name an estate of {division}, or none.",
      zh: "请填写 {division} 内的小区，或不填。",
    },
  },
  WHISTLE_GRID_KNOWN: {
    fault: "CALLER",
    en: "Whistle {number} already has grid {grid}.",
    zh: "哨 {number} 已有网格 {grid}。",
    rule: "BJ-12",
    allowed: {
      en: "It stands; nothing was changed.",
      zh: "以此为准，本次未作更改。",
    },
  },
  WHISTLE_NOT_SCREENER: {
    fault: "CALLER",
    en: "{post} of {unit} does not screen whistle {number}.",
    zh: "{unit} 的 {post} 不负责筛选哨 {number}。",
    rule: "PG-9",
    allowed: {
      en: "{screeners} of its place do.",
      zh: "由属地的 {screeners} 筛选。",
      posts: "{screeners}",
    },
  },
  WHISTLE_NOT_CALLED: {
    fault: "CALLER",
    en: "Whistle {number} does not call {unit}.",
    zh: "哨 {number} 没有呼叫 {unit}。",
    rule: "KF-11",
    allowed: {
      en: "It calls {called}.",
      zh: "所呼叫的是 {called}。",
      units: "{called}",
    },
  },
  WHISTLE_WRONG_RESPONDER: {
    fault: "CALLER",
    en: "{post} of {unit} does not answer a {kind} whistle.",
    zh: "{unit} 的 {post} 不应{kindZh}。",
    rule: "KF-11",
    allowed: {
      en: "{answerers} do.",
      zh: "应哨的是 {answerers}。",
      posts: "{answerers}",
    },
  },
  WHISTLE_OTHER_AREA: {
    fault: "CALLER",
    en: "You answer for {own}; whistle {number} is in {division}.",
    zh: "您负责 {own}，哨 {number} 在 {division}。",
    rule: "KF-11",
    allowed: {
      en: "Its designated responder or the chief answers it.",
      zh: "应由该处应哨人或总应哨人应哨。",
      posts: ["RESPONDER", "CHIEF_RESPONDER"],
    },
  },
  WHISTLE_STEP_DONE: {
    fault: "CALLER",
    en: "{unit} has already done {move} for whistle {number}, at {done}.",
    zh: "{unit} 已于 {done} 对哨 {number} 完成 {move}。",
    rule: "FIRST-STANDS",
    allowed: {
      en: "It stands; nothing was changed. What {unit} can do next: {moves}.",
      zh: "以先办者为准，本次未作更改。{unit} 可继续办理：{moves}。",
      moves: "{moves}",
    },
  },
  WHISTLE_NEEDS_POSITION: {
    fault: "CALLER",
    en: "Whoever arrives for a {kind} whistle checks in where they stand.",
    zh: "{kindZh}须现场签到。",
    rule: "GZ-16",
    allowed: {
      en: "Give `position` with the arrival at {number}.",
      zh: "请在报到 {number} 时填写 position。",
    },
  },
  WHISTLE_STEP_SKIPPED: {
    fault: "CALLER",
    en: "{unit} cannot {move} on whistle {number} yet.",
    zh: "{unit} 尚不能对哨 {number} 进行 {move}。",
    rule: "PG-2",
    allowed: {
      en: "It must {needed} first.",
      zh: "须先完成 {needed}。",
      moves: "{needed}",
    },
  },
  WHISTLE_DUTY_CONTESTED: {
    fault: "CALLER",
    en: "{unit} contests its duty in whistle {number}.",
    zh: "{unit} 对哨 {number} 的职责提出争议。",
    rule: "PG-4",
    allowed: {
      en: "It acts again once the arbiter has decided.",
      zh: "待裁决后再行办理。",
    },
  },
  WHISTLE_NO_TASK_FORCE: {
    fault: "CALLER",
    en: "Whistle {number} on {theme} is worked by a task force, and none was formed.",
    zh: "哨 {number}（{theme}）须成立专班办理，尚未成立。",
    rule: "PG-11",
    allowed: {
      en: "Form it first.",
      zh: "请先成立专班。",
      moves: ["formTaskForce"],
    },
  },
  WHISTLE_TASK_FORCE_EXISTS: {
    fault: "CALLER",
    en: "Whistle {number} has a task force already.",
    zh: "哨 {number} 已成立专班。",
    rule: "PG-11",
    allowed: {
      en: "It stands; work on with it.",
      zh: "以该专班继续办理。",
    },
  },
  WHISTLE_DUTIES_INCOMPLETE: {
    fault: "CALLER",
    en: "The duty list leaves a called unit out, or names one twice or another.",
    zh: "职责分工有遗漏、重复或列有其他单位。",
    rule: "PG-11",
    allowed: {
      en: "It must name every called unit once, and no other but the blower: {unit}.",
      zh: "须逐一列明每个应哨单位，且只可另列吹哨单位：{unit}。",
    },
  },
  WHISTLE_ONE_SUPERVISOR: {
    fault: "CALLER",
    en: "Both supervisors are {supervisor}.",
    zh: "所填督办人均为 {supervisor}。",
    rule: "PG-11",
    allowed: {
      en: "Party committee and government each supervise by a person of their own.",
      zh: "党委、政府应各有督办人。",
    },
  },
  WHISTLE_NOT_THE_BLOWER: {
    fault: "CALLER",
    en: "{post} of {unit} may not {move} whistle {number}.",
    zh: "{unit} 的 {post} 不得对哨 {number} 进行 {move}。",
    rule: "KF-15",
    allowed: {
      en: "Its blower, of {blower}, may; for a resident's whistle that resident or the command centre.",
      zh: "由吹哨方（{blower}）办理，居民所吹之哨由该居民本人或指挥中心办理。",
      units: "{blower}",
    },
  },
  WHISTLE_NOT_THE_CENTRE: {
    fault: "CALLER",
    en: "{post} of {unit} may not {move}.",
    zh: "{unit} 的 {post} 不得进行 {move}。",
    rule: "GZ-16",
    allowed: {
      en: "The command centre of district {district} may.",
      zh: "由 {district} 指挥中心办理。",
      posts: ["CENTRE_DISPATCHER"],
    },
  },
  WHISTLE_NOT_ARBITER: {
    fault: "CALLER",
    en: "{post} of {unit} does not decide on contested duties in district {district}.",
    zh: "{unit} 的 {post} 不裁决 {district} 的职责争议。",
    rule: "PG-4",
    allowed: {
      en: "{arbiters} do.",
      zh: "由 {arbiters} 裁决。",
      posts: "{arbiters}",
    },
  },
  WHISTLE_NOT_CONTESTED: {
    fault: "CALLER",
    en: "{unit} has no open dispute in whistle {number}.",
    zh: "{unit} 在哨 {number} 中没有待裁决的争议。",
    rule: "PG-4",
    allowed: {
      en: "It contests its duty first.",
      zh: "须先提出职责争议。",
      moves: ["dispute"],
    },
  },
  WHISTLE_NEEDS_REPLACEMENT: {
    fault: "CALLER",
    en: "With {unit} released whistle {number} would lack {lacking}.",
    zh: "免除 {unit} 后哨 {number} 将缺少 {lacking}。",
    rule: "KF-10",
    allowed: {
      en: "Name the unit that takes its place.",
      zh: "请指定替代单位。",
    },
  },
  WHISTLE_REPLACEMENT_UNWANTED: {
    fault: "CALLER",
    en: "{unit} stays called, so nobody takes its place.",
    zh: "{unit} 仍须应哨，无须替代单位。",
    rule: "PG-4",
    allowed: {
      en: "Leave out the replacement.",
      zh: "请勿填写。",
    },
  },
  WHISTLE_NOT_RULING: {
    fault: "CALLER",
    en: "{post} of {unit} does not rule on misuse in district {district}.",
    zh: "{unit} 的 {post} 不认定 {district} 的乱吹哨。",
    rule: "KF-17",
    allowed: {
      en: "{rulers} do.",
      zh: "由 {rulers} 认定。",
      posts: "{rulers}",
    },
  },
  WHISTLE_TOP_LEVEL: {
    fault: "CALLER",
    en: "A {kind} whistle is of the highest level; it cannot be raised.",
    zh: "{kindZh}已是最高级别，不能再升级。",
    rule: "PG-8",
    allowed: {
      en: "Work on it as it is.",
      zh: "请继续办理该哨。",
    },
  },
  WHISTLE_LEVEL_SKIPPED: {
    fault: "CALLER",
    en: "A {kind} whistle is raised one level at a time, to {next}, not to {asked}.",
    zh: "{kindZh}须逐级升级，不得升级为 {asked}。",
    rule: "ZY-15",
    allowed: {
      en: "Raise it to {next}. Only an emergency passes a level over, by: {emergency}.",
      zh: "应升级为 {next}；仅紧急情况可越级，哨种为：{emergency}。",
      values: "{next}",
    },
  },
  WHISTLE_ALREADY_RAISED: {
    fault: "CALLER",
    en: "Whistle {number} was already raised, to {to}.",
    zh: "哨 {number} 已升级为 {to}。",
    rule: "PG-8",
    allowed: {
      en: "Work on that one.",
      zh: "请在该哨中办理。",
      values: "{to}",
    },
  },
  WHISTLE_NO_CHECKPOINT: {
    fault: "CALLER",
    en: "Whistle {number} has no checkpoint {ordinal}.",
    zh: "哨 {number} 没有第 {ordinal} 个节点。",
    rule: "PG-12",
    allowed: {
      en: "It has {checkpoints}.",
      zh: "共有 {checkpoints} 个。",
      maximum: "{checkpoints}",
    },
  },
  WHISTLE_CHECKPOINT_RECORDED: {
    fault: "CALLER",
    en: "Checkpoint {ordinal} of whistle {number} was recorded at {done}.",
    zh: "哨 {number} 第 {ordinal} 个节点已于 {done} 记录。",
    rule: "PG-12",
    allowed: {
      en: "It stands; record the next.",
      zh: "以此为准，请记录下一节点。",
    },
  },
  WHISTLE_NOT_AT_WORK_ON_IT: {
    fault: "CALLER",
    en: "{post} of {unit} may not {move} whistle {number}.",
    zh: "{unit} 的 {post} 不得对哨 {number} 进行 {move}。",
    rule: "PG-11",
    allowed: {
      en: "Its lead or its blower may.",
      zh: "由牵头单位或吹哨方办理。",
    },
  },
  WHISTLE_PAUSED: {
    fault: "CALLER",
    en: "Whistle {number} is paused since {since}.",
    zh: "哨 {number} 自 {since} 起已暂停计时。",
    rule: "CLOCK-PAUSED",
    allowed: {
      en: "Resume it first.",
      zh: "请先恢复。",
      moves: ["resume"],
    },
  },
  WHISTLE_NOT_PAUSED: {
    fault: "CALLER",
    en: "Whistle {number} is not paused; its clocks run.",
    zh: "哨 {number} 未暂停，正在计时。",
    rule: "CLOCK-PAUSED",
    allowed: {
      en: "It can be paused, with a reason.",
      zh: "可说明理由后暂停。",
      moves: ["pause"],
    },
  },
  WHISTLE_NOTHING_RUNS: {
    fault: "CALLER",
    en: "No clock of whistle {number} runs any more: there is nothing to pause.",
    zh: "哨 {number} 已没有正在计时的时限，无须暂停。",
    rule: "CLOCK-PAUSED",
    allowed: {
      en: "Go on with it.",
      zh: "请继续办理。",
    },
  },
  WHISTLE_NO_CLOCK: {
    fault: "CALLER",
    en: "Whistle {number} has no clock {step} {ordinal}.",
    zh: "哨 {number} 没有 {step} {ordinal} 时限。",
    rule: "PROFILE-DECIDES",
    allowed: {
      en: "It has {clocks}.",
      zh: "现有 {clocks}。",
      values: "{clocks}",
    },
  },
  WHISTLE_CLOCK_OF_OTHERS: {
    fault: "CALLER",
    en: "{step} of whistle {number} is not {unit}'s to do any more, or never was.",
    zh: "哨 {number} 的 {step} 已不由或本不由 {unit} 承担。",
    rule: "ZY-17",
    allowed: {
      en: "Who has to do it asks for more time.",
      zh: "延期应由承担单位申请。",
    },
  },
  WHISTLE_EXTENSION_TOO_LATE: {
    fault: "CALLER",
    en: "{step} of whistle {number} is done, stopped or has run out.",
    zh: "哨 {number} 的 {step} 已完成、中止或届满。",
    rule: "ZY-17",
    allowed: {
      en: "More time is asked for and granted before that.",
      zh: "延期须在届满前申请并批准。",
    },
  },
  WHISTLE_EXTENSION_PENDING: {
    fault: "CALLER",
    en: "More time for {step} of whistle {number} is asked for already.",
    zh: "哨 {number} 的 {step} 已申请延期。",
    rule: "ZY-17",
    allowed: {
      en: "Wait for the decision.",
      zh: "请等待审核。",
      moves: ["decideExtension"],
    },
  },
  WHISTLE_EXTENSION_NOT_ASKED: {
    fault: "CALLER",
    en: "Nobody waits for a decision on more time for {step} of whistle {number}.",
    zh: "哨 {number} 的 {step} 没有待审核的延期申请。",
    rule: "ZY-17",
    allowed: {
      en: "Who has to do it asks first.",
      zh: "须由承担单位先行申请。",
      moves: ["askExtension"],
    },
  },
  WHISTLE_EXTENSION_AMOUNT: {
    fault: "CALLER",
    en: "{amount} more is no extension.",
    zh: "延期量 {amount} 不可申请。",
    rule: "ZY-17",
    allowed: {
      en: "Ask for 1 to {maximum} of the clock's own unit.",
      zh: "延期量应为 1 至 {maximum}（按该时限的单位计）。",
      minimum: 1,
      maximum: "{maximum}",
    },
  },
  WHISTLE_TEXT: {
    fault: "CALLER",
    en: "{field} takes 1 to {maximum} characters.",
    zh: "{field} 须为 1 至 {maximum} 个字符。",
    rule: null,
  },
  WHISTLE_PERIOD: {
    fault: "CALLER",
    en: "The period must end after it begins and last two years at most; {from} to {until} was given.",
    zh: "统计区间须有先后且不超过两年，所填为 {from} 至 {until}。",
    rule: null,
  },
} as const satisfies Refusals;

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
  return refusal(code, rule && entry.rule ? { ...entry, rule } : entry, details);
};

export const refuse = refusals(whistleErrors);
