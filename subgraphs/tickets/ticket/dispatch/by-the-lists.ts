import type { Actor } from "../../../shared/move.ts";
import { districtOf } from "../../../shared/principal.ts";
import { type DispatchVerdict, requireAllowed } from "../../departments.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import type { RefusedDispatch } from "./refused-dispatch.ts";

/** What is to be put on whom. */
interface Wanted {
  readonly number: string;
  readonly unit: string;
  readonly matter: string;
  readonly item: string | null;
}

/**
 * Carries out a move that the lists may refuse. The refusal ends the move's transaction and with it all it did; who
 * tried to put what on whom is kept all the same, for the keeper of the lists and the department it stays with (GZ-8).
 */
export async function byTheLists<Moved>(
  { refusedDispatches }: Pick<TicketsContext, "refusedDispatches">,
  { principal, at }: Actor,
  idempotencyKey: string,
  move: (requireListed: (verdict: DispatchVerdict, wanted: Wanted) => void) => Promise<Moved>,
): Promise<Moved> {
  let refused: Omit<RefusedDispatch, "id"> | undefined;
  try {
    return await move((verdict, { number, unit, matter, item }) => {
      if (!verdict.allowed) {
        refused = {
          districtCode: districtOf(number),
          ticketNumber: number,
          unitCode: unit,
          matterCode: matter,
          itemCode: item,
          code: verdict.code ?? "OFF_LIST",
          rule: verdict.rule ?? "GZ-8",
          reason: verdict.reason ?? "",
          reasonZh: verdict.reasonZh ?? "",
          listId: verdict.listId,
          listVersion: verdict.listVersion,
          responsibleUnitCode: verdict.responsibleUnit?.code ?? null,
          at,
          actorPost: principal.post,
          actorUnitCode: principal.unit,
          actorId: principal.id,
          idempotencyKey,
        };
      }
      requireAllowed(verdict, { number, unit });
    });
  } catch (refusal) {
    if (refused) await refusedDispatches.keep(refused);
    throw refusal;
  }
}
