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
    listed: { of: "whistles", filter: { awaits: unit, awaitedSteps: ["SIGN"] } },
  },
  {
    id: "whistles-arrive",
    name: { en: "To report on scene", zh: "待报到" },
    about: { en: "Signed for, and not on the scene yet.", zh: "已签收，尚未到现场报到。" },
    listed: { of: "whistles", filter: { awaits: unit, awaitedSteps: ["ARRIVE"] } },
  },
  {
    id: "whistles-work",
    name: { en: "Measures and results", zh: "措施与办结" },
    about: {
      en: "On the scene: measures first, then the result.",
      zh: "已报到的哨：先提出措施，再报办结。",
    },
    listed: { of: "whistles", filter: { awaits: unit, awaitedSteps: ["MEASURES", "RESOLVE"] } },
  },
];

/** More time asked for that the holder's unit decides on. */
const extensionsToDecide = (unit: string): Group => ({
  id: "whistles-extensions",
  name: { en: "Whistle extensions to decide", zh: "待审核的哨延期" },
  about: {
    en: "A called unit asks for more time: grant or refuse it, with grounds, before the clock runs out.",
    zh: "应哨单位申请延期，请在时限届满前审核并写明意见。",
  },
  listed: { of: "whistles", filter: { awaits: unit, awaitedSteps: ["DECIDE_EXTENSION"] } },
});

/** Whistles the holder's unit blew. */
export const whistlesBlown = ({ unit }: Holder): readonly Group[] => [
  {
    id: "whistles-confirm",
    name: { en: "Whistles to confirm", zh: "待确认的哨" },
    about: {
      en: "Blown by us and reported resolved: see whether it is solved.",
      zh: "本单位所吹、已报办结的哨，请确认是否解决。",
    },
    listed: { of: "whistles", filter: { awaits: unit, awaitedSteps: ["CONFIRM"] } },
  },
  extensionsToDecide(unit),
  {
    id: "whistles-blown",
    name: { en: "Whistles we blew", zh: "所吹之哨" },
    about: {
      en: "Units are at work on them.",
      zh: "应哨单位办理中。",
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
    listed: { of: "whistles", filter: { awaits: unit, awaitedSteps: ["CLOSE"] } },
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
export const whistlesOfCentre = ({ unit }: Holder): readonly Group[] => [
  {
    id: "whistles-resolved",
    name: { en: "Whistles to confirm", zh: "待确认的哨" },
    about: {
      en: "Reported resolved, of a kind the centre confirms, or a resident's: see whether it is solved.",
      zh: "已报办结，按哨种由指挥中心确认或由群众吹响的哨，请确认是否解决。",
    },
    listed: { of: "whistles", filter: { awaits: unit, awaitedSteps: ["CONFIRM"] } },
  },
  extensionsToDecide(unit),
  {
    id: "whistles-close",
    name: { en: "Whistles to close", zh: "待办结的哨" },
    about: { en: "Every unit is graded: close them.", zh: "各单位均已评价，办结归档。" },
    listed: { of: "whistles", filter: { awaits: unit, awaitedSteps: ["CLOSE"] } },
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
