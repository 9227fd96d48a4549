import type { Holder } from "../../../session/holder.ts";
import type { Group } from "./group.ts";

/** Whistles that call the holder's unit. */
export const whistlesThatCall = ({ unit }: Holder): readonly Group[] => [
  {
    id: "whistles-sign",
    name: { en: "Whistles to sign for", zh: "待签收的哨" },
    about: {
      en: "Your unit is called. Sign for it, or contest the duty.",
      zh: "吹给本单位的哨，请签收；认为不属本单位职责的可提出争议。",
    },
    listed: { of: "whistles", filter: { calls: unit, signed: false, open: true } },
  },
  {
    id: "whistles-arrive",
    name: { en: "To report on scene", zh: "待报到" },
    about: { en: "Signed for, and not on the scene yet.", zh: "已签收，尚未到现场报到。" },
    listed: { of: "whistles", filter: { calls: unit, signed: true, arrived: false, open: true } },
  },
  {
    id: "whistles-work",
    name: { en: "Measures and results", zh: "措施与办结" },
    about: {
      en: "On the scene: measures, result, and what is contested.",
      zh: "已报到的哨：提出措施、办结，以及争议中的事项。",
    },
    listed: { of: "whistles", filter: { calls: unit, arrived: true, open: true } },
  },
];

/** Whistles the holder's unit blew. */
export const whistlesBlown = ({ unit }: Holder): readonly Group[] => [
  {
    id: "whistles-confirm",
    name: { en: "Whistles to confirm", zh: "待确认的哨" },
    about: {
      en: "Blown by us and reported resolved: see whether it is solved.",
      zh: "本单位所吹、已报办结的哨，请确认是否解决。",
    },
    listed: { of: "whistles", filter: { blower: unit, states: ["RESOLVED"] } },
  },
  {
    id: "whistles-blown",
    name: { en: "Whistles we blew", zh: "所吹之哨" },
    about: {
      en: "Units are at work on them. Extensions asked for are decided here.",
      zh: "应哨单位办理中；延期申请在此审核。",
    },
    listed: {
      of: "whistles",
      filter: { blower: unit, states: ["BLOWN", "SIGNED", "ARRIVED", "MEASURES_ISSUED", "DISPUTED"] },
    },
  },
  {
    id: "whistles-close",
    name: { en: "Whistles to close", zh: "待办结的哨" },
    about: { en: "Every unit is graded: close them.", zh: "各单位均已评价，办结归档。" },
    listed: { of: "whistles", filter: { blower: unit, states: ["EVALUATED"] } },
  },
];

export const whistlesToScreen: readonly Group[] = [
  {
    id: "screen",
    name: { en: "Whistles to screen", zh: "待筛选的哨" },
    about: {
      en: "Citizens' and enterprises' whistles: nobody is called until somebody lets them through.",
      zh: "群众、企业所吹之哨，通过筛选后方才吹响。",
    },
    listed: { of: "whistles", filter: { states: ["DRAFT"] } },
  },
];

export const whistlesContested: readonly Group[] = [
  {
    id: "disputes",
    name: { en: "Contested duties", zh: "职责争议" },
    about: {
      en: "A called unit says it is not its duty: the arbiter of the district's rules decides.",
      zh: "应哨单位对职责有争议，由本区规则所定的仲裁方裁决。",
    },
    listed: { of: "whistles", filter: { states: ["DISPUTED"] } },
  },
];

/** The centre confirms some kinds, decides on extensions of blowers that lead themselves, and closes. */
export const whistlesOfCentre: readonly Group[] = [
  {
    id: "whistles-resolved",
    name: { en: "Whistles reported resolved", zh: "已报办结的哨" },
    about: {
      en: "By kind the blower or the centre confirms; those that are yours carry the button.",
      zh: "按哨种由吹哨方或指挥中心确认，应由本岗位确认的列有按钮。",
    },
    listed: { of: "whistles", filter: { states: ["RESOLVED"] } },
  },
  {
    id: "whistles-close",
    name: { en: "Whistles to close", zh: "待办结的哨" },
    about: { en: "Every unit is graded: close them.", zh: "各单位均已评价，办结归档。" },
    listed: { of: "whistles", filter: { states: ["EVALUATED"] } },
  },
];

export const whistlesLate: readonly Group[] = [
  {
    id: "whistles-late",
    name: { en: "Whistles out of time", zh: "超时的哨" },
    about: { en: "A clock ran out and its step is still to be done.", zh: "时限已满，环节尚未完成。" },
    listed: { of: "whistles", filter: { overdue: true, open: true } },
  },
];
