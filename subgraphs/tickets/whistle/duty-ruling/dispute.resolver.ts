import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { sealed } from "../../../shared/asking.ts";
import { dayOf } from "../../../shared/calendar.ts";
import { idempotencyKeyDescription } from "../../../shared/idempotency.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import { unitFindings } from "../call.ts";
import { askCall } from "../called-units.ts";
import { changeWhistle } from "../change-whistle.ts";
import { matterOf } from "../tickets-named.ts";
import { refuseFor } from "../whistle.errors.ts";
import { DecideDisputeInput } from "../whistle.input.ts";
import { Whistle } from "../whistle.ts";
import { WhistleRole } from "../whistle-participant.ts";
import { decideDispute, disputeWhistle } from "./dispute.lifecycle.ts";

@Resolver(() => Whistle)
export class DisputeResolver {
  @Mutation(() => Whistle, { description: "A called unit contests that it is its duty (提出争议, PG-4)" })
  disputeWhistle(
    @Arg("number", () => String, { description: "Whistle number (哨编号)" }) number: string,
    @Arg("reason", () => String, {
      description: "Why; no personal data: with the ruling it is kept as a precedent (争议理由)",
    })
    reason: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    return changeWhistle(context, "disputeWhistle", { number, idempotencyKey, reason }, (dossier, actor) =>
      disputeWhistle(dossier, reason, actor),
    );
  }

  @Mutation(() => Whistle, { description: "The arbiter decides a contested duty (裁决, PG-4)" })
  async decideDispute(
    @Arg("input", () => DecideDisputeInput, { description: "The decision (裁决)" }) input: DecideDisputeInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    const { number, unit, decision, grounds, replacement, item } = input;
    const on = dayOf(context.at);
    const whistle = await context.loadWhistle.whistle.load(number);
    const links = await context.loadWhistle.ticketNumbers.load(number);
    const tickets = await Promise.all(
      links.map(({ ticketNumber }) => context.load.ticket.load(ticketNumber)),
    );
    const matter = whistle?.matterCode ?? matterOf(tickets.filter((ticket) => ticket !== null));
    const calls = replacement ? [{ unit: replacement, role: WhistleRole.ASSISTING, item }] : [];
    const division = whistle?.divisionCode ?? "";
    const answer = await sealed(
      calls.length > 0
        ? askCall(context.graph, { calls, division, matter, grid: null, on })
        : Promise.resolve({ called: [], gridExists: true }),
    );
    return changeWhistle(context, "decideDispute", { ...input, idempotencyKey }, (dossier, actor) => {
      const [named = null] = answer().called;
      const move = decideDispute(dossier, { unit, matter, decision, grounds, replacement: named }, actor);
      const known = dossier.participants.find((each) => each.unitCode === named?.unit);
      const role = dossier.participants.find((each) => each.unitCode === unit)?.role ?? WhistleRole.ASSISTING;
      // A unit already called was judged when it was called; only its role can be new.
      const candidate = named && { ...named, role, item: named.item ?? known?.itemCode ?? undefined };
      const [finding] = candidate && !known ? unitFindings(dossier.kind, candidate, { division, on }) : [];
      if (finding) throw refuseFor(finding);
      return move;
    });
  }
}
