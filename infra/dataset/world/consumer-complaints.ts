import {
  acceptComplaint,
  closeComplaint,
  endMediation,
  receiveComplaint,
  rejectComplaint,
  subjectOf,
} from "../../../subgraphs/market-supervision/consumer-complaint/consumer-complaint.lifecycle.ts";
import {
  type ConsumerComplaint,
  MediationOutcome,
  RejectionReason,
} from "../../../subgraphs/market-supervision/consumer-complaint/consumer-complaint.ts";
import { dayOf } from "../../../subgraphs/shared/calendar.ts";
import type { Actor, Move } from "../../../subgraphs/shared/move.ts";
import type { DemanderRow } from "./demands/demanders.ts";
import type { EnterpriseRow } from "./enterprises.ts";
import type { Frame } from "./frame.ts";
import type { Grid } from "./grids.ts";
import { HOUR, type Instant, MINUTE } from "./office-clock.ts";
import { type Officials, principalOf } from "./officials.ts";
import type { Random, Weighted } from "./random.ts";
import { type LogRow, logRow, type TicketStory } from "./tickets/ticket-story.ts";

/** A consumer complaint (消费投诉) with all that was done about it until the anchor day; invented. */
export interface ComplaintStory {
  readonly complaint: ConsumerComplaint;
  readonly log: readonly LogRow[];
}

/** 市场与消费, of the catalogue of matters. */
const CONSUMER_MATTERS = /-07\d\d$/;

const DISPUTES: readonly (readonly [facts: string, request: string])[] = [
  ["购买的商品使用三天即出现故障，商家不予更换。", "更换同型号商品或者全额退款"],
  ["结账金额高于标价，商家称价签未及时更换。", "退还差价"],
  ["称重不足，回家复称每斤少一两多。", "补足差额并赔礼道歉"],
  ["办理的会员卡余额未用完，门店停业无人答复。", "退还卡内余额"],
  ["购买的熟食有异味，食用后身体不适。", "退款并承担检查费用"],
  ["维修后同一部位再次损坏，商家要求另行收费。", "按约定免费返修"],
];

/** Tickets on a consumer matter that are a dispute to be mediated; the rest are reports of an offence. */
const IS_DISPUTE = 0.75;
/** Not accepted, and decided too late. */
const REJECTED = 0.08;
const LATE = 0.03;
const OFFICE_DAY = 8 * 60;

const OUTCOMES: Weighted<MediationOutcome> = [
  [MediationOutcome.AGREED, 70],
  [MediationOutcome.NOT_AGREED, 14],
  [MediationOutcome.REFUSED, 7],
  [MediationOutcome.WITHDRAWN, 7],
  [MediationOutcome.TIME_UP, 2],
];

const ACCOUNTS: Readonly<Record<MediationOutcome, string>> = {
  AGREED: "经现场调解，双方达成一致并当场履行。",
  NOT_AGREED: "经两次调解，双方分歧较大，投诉人明确表示无法达成协议。",
  REFUSED: "被投诉人明确拒绝参加调解，已告知投诉人其他救济途径。",
  WITHDRAWN: "双方自行和解，投诉人撤回投诉。",
  TIME_UP: "四十五个工作日内未能达成调解协议，终止调解。",
};

const REJECTIONS: Weighted<readonly [RejectionReason, string]> = [
  [[RejectionReason.NOT_COMPETENT, "所涉事项由其他行政机关主管，已告知反映渠道。"], 40],
  [[RejectionReason.PAPERS_MISSING, "未提供购买凭证，无法证明与被投诉人存在消费关系。"], 35],
  [[RejectionReason.NO_CONSUMER_DISPUTE, "所购商品用于经营，不属于生活消费。"], 25],
];

/** A ticket that came to the department as a complaint: no more of it than is needed once its demander is known. */
interface Claim {
  readonly ticket: string;
  readonly demanderId: string;
  readonly grid: Grid;
  readonly signedAt: Instant;
}

/** The complaints of twelve months, in the order of their tickets: each goes as far as the department's rules let it. */
export function* consumerComplaints(
  frame: Frame,
  officials: Officials,
  enterprisesOf: (grid: Grid) => readonly EnterpriseRow[],
  { tickets, demanders }: { tickets: Iterable<TicketStory>; demanders: Iterable<DemanderRow> },
): Iterable<ComplaintStory> {
  const claims = claimsIn(frame, tickets);
  const wanted = new Set(claims.map(({ demanderId }) => demanderId));
  const consumers = new Map<string, DemanderRow>();
  for (const demander of demanders) if (wanted.has(demander.id)) consumers.set(demander.id, demander);

  const last = new Map<string, number>();
  for (const claim of claims) {
    const consumer = consumers.get(claim.demanderId);
    const dice = frame.random.split(`consumer-complaint/${claim.ticket}`);
    const businesses = enterprisesOf(claim.grid);
    if (consumer?.kind !== "PERSON" || !consumer.phone || businesses.length === 0) continue;
    const told = tell(frame, officials, claim, consumer, dice.pick(businesses), dice);
    const series = `${claim.grid.community.street.districtCode}-X-${dayOf(told.receivedAt).replaceAll("-", "")}`;
    last.set(series, 1 + (last.get(series) ?? 0));
    yield told.numbered(`${series}-${String(last.get(series)).padStart(4, "0")}`);
  }
}

function claimsIn(frame: Frame, tickets: Iterable<TicketStory>): Claim[] {
  const grids = new Map(frame.grids.map((grid) => [grid.code, grid]));
  const claims: Claim[] = [];
  for (const { ticket, demand } of tickets) {
    const grid = grids.get(ticket.gridCode ?? "");
    const isConsumers =
      CONSUMER_MATTERS.test(ticket.matterCode ?? "") &&
      ticket.handlingUnitCode?.endsWith("-MARKET-SUPERVISION") &&
      ["COMPLAINT", "HELP", "REPORT"].includes(ticket.kind);
    const isDispute = frame.random.split(`is-dispute/${ticket.number}`).chance(IS_DISPUTE);
    if (!grid || !isConsumers || !isDispute || !ticket.signedAt || !demand.demanderId) continue;
    const signedAt = ticket.signedAt.getTime();
    claims.push({ ticket: ticket.number, demanderId: demand.demanderId, grid, signedAt });
  }
  return claims;
}

function tell(
  { clock, now }: Frame,
  officials: Officials,
  { ticket, grid, signedAt }: Claim,
  consumer: DemanderRow,
  { creditCode, gridCode }: EnterpriseRow,
  dice: Random,
): { readonly receivedAt: Date; numbered(number: string): ComplaintStory } {
  const principal = principalOf(officials.responder("MARKET-SUPERVISION", grid.community));
  const by = (at: Instant): Actor => ({ principal, at: new Date(at) });
  const [facts, request] = dice.pick(DISPUTES);
  const disputedFen = 100 * dice.between(10, 3_000);
  const receivedAt = Math.min(signedAt + dice.between(1, 4) * HOUR, now - MINUTE);
  const received = receiveComplaint(
    { facts, request, disputedFen, consumerName: consumer.name, consumerPhone: consumer.phone ?? "", ticket },
    { creditCode, divisionCode: grid.community.code, gridCode },
    by(receivedAt),
  );
  return {
    receivedAt: received.receivedAt,
    numbered(number) {
      let complaint: ConsumerComplaint = { ...received, number, personId: consumer.personId };
      const log: LogRow[] = [
        logRow(
          number,
          { kind: "CONSUMER_COMPLAINT_RECEIVED", payload: subjectOf(complaint) },
          by(receivedAt),
        ),
      ];
      /** Whether there was still time for it before the anchor day. */
      const moved = (at: Instant, move: (actor: Actor) => Move<ConsumerComplaint>): boolean => {
        if (at >= now) return false;
        const decided = move(by(at));
        complaint = { ...complaint, ...decided.change, version: complaint.version + 1 };
        log.push(logRow(number, decided, by(at)));
        return true;
      };
      const daysLater = (from: Instant, fewest: number, most: number): Instant =>
        clock.after(from, dice.between(fewest * OFFICE_DAY, most * OFFICE_DAY));

      const decidedAt = dice.chance(LATE) ? daysLater(receivedAt, 8, 10) : daysLater(receivedAt, 0, 5);
      if (dice.chance(REJECTED)) {
        const [reason, explanation] = dice.weighted(REJECTIONS);
        moved(decidedAt, (actor) => rejectComplaint(complaint, reason, explanation, actor));
        return { complaint, log };
      }
      const outcome = dice.weighted(OUTCOMES);
      const mediatedAt =
        outcome === MediationOutcome.TIME_UP ? daysLater(decidedAt, 47, 50) : daysLater(decidedAt, 1, 30);
      const recoveredFen =
        outcome === MediationOutcome.AGREED ? Math.ceil(disputedFen * dice.fraction()) || 1 : null;
      const told =
        moved(decidedAt, (actor) => acceptComplaint(complaint, actor)) &&
        moved(mediatedAt, (actor) =>
          endMediation(complaint, { outcome, account: ACCOUNTS[outcome], recoveredFen }, actor),
        );
      if (told) {
        moved(daysLater(mediatedAt, 0, 3), (actor) =>
          closeComplaint(complaint, `已电话告知投诉人：${ACCOUNTS[outcome]}`, actor),
        );
      }
      return { complaint, log };
    },
  };
}
