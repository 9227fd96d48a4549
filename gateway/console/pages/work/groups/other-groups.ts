import type { Holder } from "../../../session/holder.ts";
import type { Group } from "./group.ts";

const callBackOf = (about: Group["about"]): Group => ({
  id: "call-backs",
  name: { en: "Call-backs due", zh: "待回访" },
  about,
  listed: { of: "callBacks", division: null },
});

export const callBacks: readonly Group[] = [
  callBackOf({
    en: "Answered by the unit: ask the demander, whoever has waited longest first.",
    zh: "承办单位已反馈，请回访诉求人，等待最久的在前。",
  }),
];

export const callBacksSeen: readonly Group[] = [
  callBackOf({
    en: "Whoever has waited longest first. The command centre asks; you see what is still open.",
    zh: "等待最久的在前。回访由指挥中心进行，此处查看尚未回访的工单。",
  }),
];

export const evaluationsDue = ({ unit }: Holder): readonly Group[] => [
  {
    id: "evaluate",
    name: { en: "To evaluate", zh: "待评价" },
    about: {
      en: "Confirmed whistles: grade every unit that was called, with an opinion.",
      zh: "已确认的哨，请对各应哨单位评分并写明意见。",
    },
    listed: { of: "evaluations", filter: { evaluator: unit, state: "DUE", direction: "OF_RESPONDER" } },
  },
];

export const blowersToEvaluate = ({ unit }: Holder): readonly Group[] => [
  {
    id: "evaluate-blowers",
    name: { en: "Blowers you may grade", zh: "可评吹哨方" },
    about: {
      en: "Mutual assessment: you may grade who called you; you need not.",
      zh: "互考：可对吹哨方评分，非必须。",
    },
    listed: { of: "evaluations", filter: { evaluator: unit, state: "DUE", direction: "OF_BLOWER" } },
  },
];

export const evaluationsToFile: readonly Group[] = [
  {
    id: "file",
    name: { en: "Evaluations to file", zh: "评价待备案" },
    about: { en: "Given and not on record yet.", zh: "已评价，尚未备案。" },
    listed: { of: "evaluations", filter: { state: "GIVEN" } },
  },
];

export const negativeListToDecide: readonly Group[] = [
  {
    id: "stated",
    name: { en: "Negative list: stated", zh: "负面清单：已陈述" },
    about: { en: "The unit stated its case: decide.", zh: "被列单位已陈述，请认定。" },
    listed: { of: "negativeList", filter: { state: "STATED" } },
  },
  {
    id: "proposed",
    name: { en: "Negative list: proposed", zh: "负面清单：已提出" },
    about: {
      en: "Waiting for the unit's statement; may be decided when its time is over.",
      zh: "等待被列单位陈述，期限届满后可以认定。",
    },
    listed: { of: "negativeList", filter: { state: "PROPOSED" } },
  },
];

export const entriesAgainst = ({ unit }: Holder): readonly Group[] => [
  {
    id: "against-us",
    name: { en: "Held against us", zh: "本单位被列" },
    about: {
      en: "Proposed for the negative list: state your case in time.",
      zh: "被提出列入负面清单，请在期限内陈述申辩。",
    },
    listed: { of: "negativeList", filter: { respondent: unit, state: "PROPOSED" } },
  },
];

export const mediations = ({ unit }: Holder): readonly Group[] => [
  {
    id: "mediate",
    name: { en: "Called to mediate", zh: "受邀调解" },
    about: { en: "Your unit is called: check in where the parties are.", zh: "受邀到场调解，请到场登记。" },
    listed: { of: "mediations", filter: { mediator: unit, states: ["OPEN"] } },
  },
  {
    id: "host",
    name: { en: "Mediations we lead", zh: "主持调解" },
    about: { en: "Write down each sitting and what came of it.", zh: "记录每次调解会及结果。" },
    listed: { of: "mediations", filter: { host: unit, states: ["OPEN"] } },
  },
];

export const mediationsUnderWay: readonly Group[] = [
  {
    id: "mediations",
    name: { en: "Mediations under way", zh: "调解中" },
    about: { en: "Open in your district; the centre may write down sittings.", zh: "本区进行中的调解。" },
    listed: { of: "mediations", filter: { states: ["OPEN"] } },
  },
];

/** A member's token may name the community or the one grid. */
export const gridTasks = ({ division = "" }: Holder): readonly Group[] => [
  {
    id: "grid-tasks",
    name: { en: "Grid tasks", zh: "网格任务" },
    about: {
      en: "Report how many were reached in your grids.",
      zh: "上报本网格已服务人数。",
    },
    listed: {
      of: "gridTasks",
      division: division.slice(0, 12),
      grid: division.length > 12 ? division : null,
    },
  },
];

export const grantsToDecide: readonly Group[] = [
  {
    id: "grants",
    name: { en: "Data grants asked for", zh: "数据授权申请" },
    about: { en: "Decided in the access room.", zh: "在“数据访问”中审批。" },
    listed: { of: "grants" },
  },
];

const powers = (id: string, filter: Extract<Group["listed"], { of: "powerGrants" }>["filter"]): Group => ({
  id,
  name: { en: "Powers to grant", zh: "赋权办理" },
  about: {
    en: "A sub-district's intent is reviewed, approved, listed and published.",
    zh: "街道提出承接意向，经审核、批准、列入清单后公布。",
  },
  listed: { of: "powerGrants", filter },
});

export const powersToReview = ({ unit }: Holder): readonly Group[] => [
  powers("powers", { grantingUnit: unit, state: "INTENT" }),
];
export const powersToApprove: readonly Group[] = [powers("powers", { state: "REVIEWED" })];
export const powersToList: readonly Group[] = [powers("powers", { state: "APPROVED" })];

export const ownDemands = ({ division = "" }: Holder): readonly Group[] => [
  {
    id: "demands",
    name: { en: "My demands", zh: "我的诉求" },
    about: { en: "What you reported, and where it stands.", zh: "您反映的诉求及办理进度。" },
    listed: { of: "demands", filter: {} },
  },
  {
    id: "members",
    name: { en: "My grid members", zh: "我的网格员" },
    about: {
      en: "Who serves your community. You may rate each once a month.",
      zh: "服务本社区的网格员，每月可评分一次。",
    },
    listed: { of: "members", within: division },
  },
];
