import { sealed } from "../../shared/asking.ts";
import { dayOf } from "../../shared/calendar.ts";
import type { Actor } from "../../shared/move.ts";
import { districtOf } from "../../shared/principal.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { blowWhistle, type NewWhistle } from "./blow.ts";
import { askCall } from "./called-units.ts";
import { raiseWhistle } from "./raising/raising.lifecycle.ts";
import { refuse } from "./whistle.errors.ts";
import type { BlowWhistleInput, RaiseWhistleInput } from "./whistle.input.ts";
import type { Dossier } from "./whistle.lifecycle.ts";
import type { Whistle } from "./whistle.ts";
import type { Decision, Found } from "./whistle-moves.store.ts";

interface NewCall {
  readonly mutation: string;
  readonly idempotencyKey: string;
  readonly asked: BlowWhistleInput | RaiseWhistleInput;
  readonly division: string;
  readonly matter: string | null;
  readonly raises: Whistle | null;
  readonly whistle: (raised: Dossier | null) => NewWhistle;
}

/** Asks the departments first, then judges and writes under the locks of the tickets. */
export async function askAndBlow(context: TicketsContext, actor: Actor, call: NewCall): Promise<Whistle> {
  const { asked, division, matter, raises, mutation, idempotencyKey } = call;
  const on = dayOf(actor.at);
  const district = districtOf(division);
  const profile = await context.profiles.inForce(district, on);
  const grid = "grid" in asked ? (asked.grid ?? null) : null;
  const calls = asked.participants.map(({ unit, role, item }) => ({ unit, role, item }));
  const answer = await sealed(askCall(context.graph, { calls, division, matter, grid, on }));
  const decide = ({ number, tickets, openWhistles, unitHours, raised, successor }: Found): Decision => {
    if (!profile) throw refuse("WHISTLE_NO_PROFILE", { district, day: on });
    if (successor)
      throw refuse("WHISTLE_ALREADY_RAISED", { number: raises?.number ?? "", to: successor.number });
    const whistle = call.whistle(raised);
    const ground = { principal: actor.principal, division, tickets, openWhistles };
    const facts = { rules: profile.rules, ground, answer: answer(), unitHours, number, on };
    const blown = blowWhistle(whistle, facts, actor);
    const reason = blown.whistle.raisingReason ?? "";
    return { blown, raise: raised && raiseWhistle(raised, { to: number, reason }, actor) };
  };
  const blown = await context.whistleMoves.blow(
    mutation,
    { idempotencyKey, district, tickets: asked.tickets, raises: raises?.number ?? null, input: asked },
    actor,
    decide,
  );
  context.reread();
  return blown;
}
