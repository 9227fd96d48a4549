import { Link } from "wouter";
import { texts, useText } from "../language/language.tsx";
import { awaitsAnswer } from "./awaits-answer.ts";
import { Due, Moment } from "./moment.tsx";
import { useNameOrCode } from "./name-or-code.ts";
import type { TicketRowFragment } from "./ticket-line.graphql.ts";
import classes from "./ticket-line.module.css";
import { TicketStateBadge } from "./ticket-state.tsx";

const said = texts({ received: "received", none: "no unit yet" }, { received: "受理", none: "未派单" });

/** One in a long list. Always the same function: with a new one every row in sight is drawn anew when a page comes. */
export const drawTicket = (ticket: TicketRowFragment) => <TicketLine ticket={ticket} />;

/**
 * One ticket in a list: what it is about, where, with whom, how it stands and when it is due. Of plain elements as far as
 * may be: of a long list thirty come into sight with every picture, and the library's components took most of its time.
 */
function TicketLine({ ticket }: { ticket: TicketRowFragment }) {
  const text = useText(said);
  const nameOrCode = useNameOrCode();
  const { number, title, state, dueAt, receivedAt, division, grid, handlingUnit } = ticket;
  const where = grid
    ? nameOrCode(grid.code, ticket.gridNamed?.name)
    : nameOrCode(division?.code, ticket.divisionNamed?.name);
  const unit = handlingUnit ? nameOrCode(handlingUnit.code, ticket.handlingUnitNamed?.name) : text.none;
  return (
    <article className={classes.line}>
      <div className={classes.what}>
        <Link href={`/case/${number}`} className={classes.title ?? ""}>
          {title}
        </Link>
        <p className={classes.where}>
          {number} · {where} · {unit}
        </p>
      </div>
      <div className={classes.how}>
        <TicketStateBadge state={state} />
        <p className={classes.when}>
          {awaitsAnswer(ticket) ? (
            <Due at={dueAt} />
          ) : (
            <>
              {text.received} <Moment at={receivedAt} />
            </>
          )}
        </p>
      </div>
    </article>
  );
}
