import type { WhistlePauseGround } from "../../language/terms.ts";
import type { Holder } from "../../session/holder.ts";
import type { Move } from "../moves/move.ts";
import { isCentre, isOneOf } from "../moves/posts.ts";
import {
  answering,
  atWork,
  hasTimeLeft,
  isIn,
  isLead,
  isPaused,
  placeable,
  type Whistle,
  whistleMove,
  withdrawable,
} from "./whistle.ts";
import {
  PauseWhistleDocument,
  PlaceWhistleDocument,
  ResumeWhistleDocument,
  RuleMisuseDocument,
  WithdrawWhistleDocument,
} from "./whistle-moves.graphql.ts";

/** Posts that answer for a place: they give a whistle in it the grid it lacks. */
const placers = ["COMMUNITY_STAFF", "COMMUNITY_SECRETARY", "SUBDISTRICT_LEADER", "CENTRE_DISPATCHER"];

const answersForPlace = ({ division }: Whistle, holder: Holder): boolean =>
  isOneOf(placers, holder) && division?.code.startsWith(holder.division ?? "none") === true;

/** What is done with a whistle as a whole, beside what its units do about it. */
export const conductingMoves: readonly Move<Whistle>[] = [
  whistleMove({
    name: "resume",
    label: { en: "Let clocks run on", zh: "恢复计时" },
    about: {
      en: "The clocks run on with the time they had left, counted from this moment.",
      zh: "自此刻起，各时限按剩余时间继续计算。",
    },
    fields: [],
    may: (whistle, holder) =>
      isIn(whistle, atWork) &&
      isPaused(whistle) &&
      (isCentre(holder) || whistle.actsForBlower || isLead(whistle, holder)),
    document: ResumeWhistleDocument,
    input: ({ number }) => ({ number }),
  }),
  whistleMove({
    name: "place",
    label: { en: "Give it its grid", zh: "补录网格" },
    about: {
      en: "A whistle without a grid is an error to clear (BJ-12). The grid must lie where the whistle does, and stays once given.",
      zh: "没有网格的哨须补录（BJ-12）。网格应在哨的所在区划内，补录后不再更改。",
    },
    fields: [
      {
        name: "grid",
        kind: "grid",
        within: ({ division, number }) => division?.code ?? number.slice(0, 6),
        label: { en: "Grid", zh: "网格" },
      },
    ],
    may: (whistle, holder) =>
      isIn(whistle, placeable) &&
      whistle.noGridYet === true &&
      (whistle.actsForBlower || answersForPlace(whistle, holder)),
    document: PlaceWhistleDocument,
    input: ({ number }, form) => ({ number, grid: form.chosen("grid") }),
  }),
  whistleMove({
    name: "pause",
    aside: true,
    label: { en: "Pause clocks", zh: "暂停计时" },
    about: {
      en: "While the units wait for what is not theirs to bring about. What has run out stays run out; everybody called reads the reason.",
      zh: "应哨单位等待非自身所能决定的事项时可暂停。已超时的不因暂停而免除，理由各应哨单位可见。",
    },
    fields: [
      {
        name: "ground",
        kind: "choice",
        of: () => [
          { value: "DEMANDER", label: { en: "Waits for the demander", zh: "等待诉求人" } },
          { value: "AUTHORITY", label: { en: "Waits for another authority", zh: "等待其他机关" } },
          {
            value: "CONDITIONS",
            label: { en: "Waits for weather, safety or supply", zh: "等待施工或现场条件" },
          },
        ],
        label: { en: "What is waited for", zh: "暂停事由" },
      },
      { name: "reason", kind: "text", maximum: 4_000, label: { en: "Why", zh: "暂停理由" } },
    ],
    may: (whistle, holder) =>
      isIn(whistle, atWork) &&
      !isPaused(whistle) &&
      hasTimeLeft(whistle) &&
      (isCentre(holder) || whistle.actsForBlower),
    document: PauseWhistleDocument,
    input: ({ number }, form) => ({
      number,
      ground: form.chosen<keyof typeof WhistlePauseGround>("ground"),
      reason: form.text("reason"),
    }),
  }),
  whistleMove({
    name: "withdraw",
    aside: true,
    label: { en: "Withdraw", zh: "撤回" },
    about: {
      en: "Taken back while no measures are issued: its clocks stop, the called units are let go, and the ticket goes on where it was.",
      zh: "措施提出之前可撤回：计时中止，各应哨单位不再应哨，工单恢复原承办。",
    },
    fields: [{ name: "reason", kind: "text", maximum: 4_000, label: { en: "Why", zh: "撤回理由" } }],
    may: (whistle) => isIn(whistle, withdrawable) && whistle.actsForBlower,
    document: WithdrawWhistleDocument,
    input: ({ number }, form) => ({ number, reason: form.text("reason") }),
  }),
  whistleMove({
    name: "ruleMisuse",
    aside: true,
    label: { en: "Rule it misuse", zh: "认定乱吹哨" },
    about: {
      en: "Blown without cause (KF-17): it ends here, nobody is late for it, and an entry of the negative list is proposed against the blower.",
      zh: "无正当理由吹哨（KF-17）：本哨即告终结，各单位不计超时，并对吹哨方提出负面清单。",
    },
    fields: [
      {
        name: "reason",
        kind: "text",
        maximum: 4_000,
        label: { en: "Why", zh: "认定理由" },
        hint: { en: "No personal data: other departments read it", zh: "请勿填写个人信息，其他部门可见" },
      },
    ],
    may: (whistle, holder) =>
      isIn(whistle, answering) && isOneOf(whistle.profile?.misuseRuledBy ?? [], holder),
    document: RuleMisuseDocument,
    input: ({ number }, form) => ({ number, reason: form.text("reason") }),
  }),
];
