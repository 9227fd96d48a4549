import { type EntityManager, In, IsNull } from "typeorm";
import { record } from "../../shared/log-entry.ts";
import type { Actor } from "../../shared/move.ts";
import { kindOf } from "../whistle/blow.ts";
import { callsMediators } from "../whistle/mediated/mediated.lifecycle.ts";
import { WhistleProfile } from "../whistle/profile/whistle-profile.ts";
import { openBehind } from "../whistle/tickets-behind.store.ts";
import type { Whistle } from "../whistle/whistle.ts";
import { WhistleState } from "../whistle/whistle-state.ts";
import { DisputeMediation } from "./dispute-mediation.ts";
import { MediationState } from "./mediation-state.ts";

/** The whistle under way behind a ticket whose kind calls mediators, whoever may see it. */
export async function whistleCallingMediators(
  transaction: EntityManager,
  ticket: string,
): Promise<string | null> {
  for (const { whistle } of await openBehind(transaction, [ticket])) {
    if (whistle.state === WhistleState.DRAFT) continue;
    if (await calls(transaction, whistle)) return whistle.number;
  }
  return null;
}

/** A whistle that calls mediators takes over the mediations under way of its tickets: of the two, either may come first. */
export async function takeOverMediations(
  transaction: EntityManager,
  whistle: Whistle,
  tickets: readonly string[],
  actor: Actor,
): Promise<void> {
  if (tickets.length === 0 || !(await calls(transaction, whistle))) return;
  const { districtCode, number } = whistle;
  const underWay = await transaction.findBy(DisputeMediation, {
    districtCode,
    ticketNumber: In([...tickets]),
    state: MediationState.OPEN,
    whistleNumber: IsNull(),
  });
  for (const { ticketNumber, turn } of underWay) {
    await transaction.update(
      DisputeMediation,
      { districtCode, ticketNumber, turn },
      { whistleNumber: number, version: () => "version + 1" },
    );
    await record(transaction, actor, {
      subject: ticketNumber,
      kind: "TICKET_MEDIATION_WHISTLED",
      payload: { turn, whistle: number },
    });
  }
}

async function calls(transaction: EntityManager, whistle: Whistle): Promise<boolean> {
  const { districtCode, profileVersion: version, kind } = whistle;
  const { rules } = await transaction.findOneByOrFail(WhistleProfile, { districtCode, version });
  return callsMediators(kindOf(rules, kind));
}
