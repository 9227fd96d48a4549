import { Anchor, Card, Stack, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import { useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { DisputeMediationState } from "../../../language/terms.ts";
import { Due, Limit, Moment } from "../../../parts/moment.tsx";
import { useNameOrCode } from "../../../parts/name-or-code.ts";
import type { WhistleAroundFragment } from "./around.graphql.ts";
import { aroundSaid } from "./around.text.ts";
import classes from "./board.module.css";

type Mediation = NonNullable<WhistleAroundFragment["mediations"]>[number];

/** The mediations a whistle calls its mediators to. */
export function Mediations({ mediations }: { mediations: readonly Mediation[] }) {
  const text = useText(aroundSaid);
  const term = useTerm();
  const nameOrCode = useNameOrCode();
  if (mediations.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h3" mb="xs">
        {text.mediations}
      </Title>
      <Stack gap="sm">
        {mediations.map(({ turn, ticketNumber, state, host, hostNamed, nextSittingAt, mediators }) => (
          <Card withBorder key={`${ticketNumber} ${turn}`}>
            <Text fw={600}>
              {text.mediation(turn, nameOrCode(host?.code, hostNamed?.name))} ·{" "}
              {term(DisputeMediationState, state)}
            </Text>
            <Anchor component={Link} href={`/case/${ticketNumber}`} size="sm">
              {ticketNumber}
            </Anchor>
            {nextSittingAt ? (
              <Text size="sm">
                {text.next} <Moment at={nextSittingAt} />
              </Text>
            ) : null}
            <ul className={classes.plain}>
              {mediators.map(({ ordinal, unit, unitNamed, arrivedAt, dueAt, late }) => (
                <li key={ordinal}>
                  <Text size="sm" component="div">
                    {nameOrCode(unit?.code, unitNamed?.name)} ·{" "}
                    {arrivedAt ? (
                      <>
                        {text.arrived} <Moment at={arrivedAt} />
                      </>
                    ) : (
                      <>
                        <Due at={dueAt} /> · <Limit at={dueAt} />
                      </>
                    )}
                    {late ? (
                      <Text span fw={700} c="var(--late)">
                        {" "}
                        {text.lateMediator}
                      </Text>
                    ) : null}
                  </Text>
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </Stack>
    </section>
  );
}
