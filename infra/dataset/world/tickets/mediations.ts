import type { Actor } from "../../../../subgraphs/shared/move.ts";
import type { DisputeClass } from "../../../../subgraphs/tickets/mediation/dispute-class.ts";
import type { DisputeMediation } from "../../../../subgraphs/tickets/mediation/dispute-mediation.ts";
import {
  checkInMediator,
  openMediation,
  type Proceedings,
  recordSitting,
} from "../../../../subgraphs/tickets/mediation/mediation.lifecycle.ts";
import type { MediationSitting } from "../../../../subgraphs/tickets/mediation/mediation-sitting.ts";
import { SittingOutcome } from "../../../../subgraphs/tickets/mediation/mediation-state.ts";
import type { Mediator } from "../../../../subgraphs/tickets/mediation/mediator.ts";
import type { Ticket } from "../../../../subgraphs/tickets/ticket/ticket.ts";
import { TicketState } from "../../../../subgraphs/tickets/ticket/ticket-state.ts";
import type { Whistle } from "../../../../subgraphs/tickets/whistle/whistle.ts";
import type { Frame } from "../frame.ts";
import { HOUR, type Instant, MINUTE } from "../office-clock.ts";
import { type Officials, principalOf } from "../officials.ts";
import { type LogRow, logRow } from "./ticket-story.ts";

/** The matter that is a dispute in every district of the dataset: 邻里纠纷. */
export const disputeMatter = { code: "1202" } as const;

/** How a dispute was mediated until the anchor day. */
export interface MediationStory {
  readonly mediation: DisputeMediation;
  readonly mediators: readonly Mediator[];
  readonly sittings: readonly MediationSitting[];
  readonly log: readonly LogRow[];
}

const agreements = [
  "双方约定作息时间，夜间十点后不再拖动桌椅，公共过道当日清空",
  "楼上负责修复漏点，赔付墙面修缮费用，楼下不再追究",
];
const advices = ["告知可申请区级调解，或向人民法院起诉", "告知可依法申请仲裁或提起诉讼"];

/**
 * 邻里纠纷: while a unit has it in hand the street's governance centre sits with the parties and the judicial bureau's
 * mediator; solved means agreed.
 */
export function mediationOf(
  ticket: Ticket,
  disputeClass: DisputeClass,
  { random, scale, now }: Frame,
  officials: Officials,
  whistles: readonly Whistle[] = [],
): MediationStory | null {
  const { number, districtCode, matterCode, handledAt, solved } = ticket;
  // The whistle calls the mediators, where the district has one for disputes (GZ-15).
  const whistle = whistles.find(({ kind }) => kind === "DISPUTE");
  const startedAt = whistle?.blownAt ?? ticket.startedAt;
  const street = scale.streets.find(({ code }) => code === ticket.divisionCode.slice(0, 9));
  if (matterCode !== disputeClass.matterCode || !startedAt || !street) return null;
  const end: Instant = handledAt?.getTime() ?? now;
  if (end - startedAt.getTime() < 4 * HOUR) return null;
  const dice = random.split(`mediation/${number}`);
  const centre = principalOf(officials.dispatcher(districtCode, dice.between(0, 9)));
  const mediator = principalOf(officials.responderOf("JUSTICE", street, 1));
  const host = `${street.code}-GOVERNANCE-CENTRE`;
  const log: LogRow[] = [];
  const tell = (kind: string, payload: Record<string, unknown> | undefined, actor: Actor): void => {
    log.push(logRow(number, { kind, ...(payload && { payload }) }, actor));
  };

  const opening: Actor = { principal: centre, at: startedAt };
  const opened = openMediation(
    {
      ticket: { ...ticket, state: TicketState.IN_PROGRESS },
      disputeClass,
      classes: [disputeClass.matterCode],
      last: null,
      whistle: whistle?.number ?? null,
    },
    { host, mediators: [{ unit: mediator.unit, post: "人民调解员" }], known: [host, mediator.unit] },
    opening,
  );
  tell("TICKET_MEDIATION_OPENED", opened.payload, opening);
  let proceedings: Proceedings = {
    mediation: { ...opened.mediation, version: 1 },
    mediators: opened.mediators,
    sittings: [],
  };

  const arriving: Actor = {
    principal: mediator,
    at: new Date(startedAt.getTime() + dice.between(20, 140) * MINUTE),
  };
  const arrived = checkInMediator(proceedings, { longitude: null, latitude: null }, arriving);
  tell(arrived.kind, arrived.payload, arriving);
  proceedings = { ...proceedings, mediators: arrived.mediators ?? [] };
  if (handledAt) {
    const sitting: Actor = {
      principal: centre,
      at: new Date(arriving.at.getTime() + dice.between(40, 90) * MINUTE),
    };
    const heldAt = new Date(arriving.at.getTime() + 10 * MINUTE);
    const minutes = {
      heldAt,
      place: "街道综治中心调解室",
      mediators: [mediator.unit],
      parties: "双方当事人及家属",
      outcome: solved ? SittingOutcome.AGREED : SittingOutcome.NOT_AGREED,
      agreement: solved ? dice.pick(agreements) : null,
      advice: solved ? null : dice.pick(advices),
      nextSittingAt: null,
    };
    const sat = recordSitting(proceedings, minutes, sitting);
    tell(sat.kind, sat.payload, sitting);
    proceedings = {
      ...proceedings,
      mediation: { ...proceedings.mediation, ...sat.change },
      sittings: sat.sitting ? [sat.sitting] : [],
    };
  }
  return { ...proceedings, log };
}
