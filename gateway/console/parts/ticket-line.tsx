import { Anchor, Group, Text } from "@mantine/core";
import { Link } from "wouter";
import { texts, useText } from "../language/language.tsx";
import { awaitsAnswer } from "./awaits-answer.ts";
import { Due, Moment } from "./moment.tsx";
import type { TicketRowFragment } from "./ticket-line.graphql.ts";
import classes from "./ticket-line.module.css";
import { TicketStateBadge } from "./ticket-state.tsx";

const said = texts({ received: "received", none: "no unit yet" }, { received: "受理", none: "未派单" });

/** One ticket in a list: what it is about, where, with whom, how it stands and when it is due. */
export function TicketLine({ ticket }: { ticket: TicketRowFragment }) {
  const text = useText(said);
  const { number, title, state, dueAt, receivedAt, division, grid, handlingUnit } = ticket;
  return (
    <article className={classes.line}>
      <div className={classes.what}>
        <Anchor component={Link} href={`/case/${number}`} fw={600} className={classes.title ?? ""}>
          {title}
        </Anchor>
        <Text size="sm" c="dimmed">
          {number} · {grid?.name ?? division?.name} · {handlingUnit?.name ?? text.none}
        </Text>
      </div>
      <Group gap="xs" className={classes.how ?? ""}>
        <TicketStateBadge state={state} />
        <Text size="sm">
          {awaitsAnswer(ticket) ? (
            <Due at={dueAt} />
          ) : (
            <>
              {text.received} <Moment at={receivedAt} />
            </>
          )}
        </Text>
      </Group>
    </article>
  );
}
