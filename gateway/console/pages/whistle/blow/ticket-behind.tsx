import { Anchor, Text } from "@mantine/core";
import { Link } from "wouter";
import { useText } from "../../../language/language.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { useNameOrCode } from "../../../parts/name-or-code.ts";
import { TicketStateBadge } from "../../../parts/ticket-state.tsx";
import { WhistleStateBadge } from "../../../parts/whistle-state.tsx";
import { Facts } from "../facts.tsx";
import { blowSaid } from "./blow.text.ts";
import type { WhistleOptionsQuery } from "./whistle-options.graphql.ts";

export type TicketBehind = NonNullable<WhistleOptionsQuery["ticket"]>;

/** The ticket a whistle is to be blown from, as far as the rules ask about it. */
export function TicketFacts({ ticket }: { ticket: TicketBehind }) {
  const text = useText(blowSaid);
  const nameOrCode = useNameOrCode();
  const { number, title, state, matter, matterNamed, handlingUnit, grid, verifiedAt, whistles } = ticket;
  const { division, divisionNamed } = ticket;
  return (
    <Text size="sm" component="div">
      <Facts
        rows={[
          [
            text.ticket,
            <span key="ticket">
              <Anchor component={Link} href={`/case/${number}`}>
                {title} {number}
              </Anchor>{" "}
              <TicketStateBadge state={state} />
            </span>,
          ],
          [
            text.matter,
            matterNamed
              ? `${matterNamed.name} ${matter?.code}`
              : nameOrCode(matter?.code, undefined) || text.noMatter,
          ],
          [text.handler, nameOrCode(handlingUnit?.code, ticket.handlingUnitNamed?.name) || text.noHandler],
          [
            text.grid,
            [
              nameOrCode(division?.code, divisionNamed?.name),
              nameOrCode(grid?.code, ticket.gridNamed?.name) || text.noGrid,
            ]
              .filter(Boolean)
              .join(" · "),
          ],
          [text.verified, verifiedAt ? <Moment key="verified" at={verifiedAt} /> : text.notVerified],
          [
            text.open,
            whistles && whistles.length > 0
              ? whistles.map((whistle) => (
                  <div key={whistle.number}>
                    <Anchor component={Link} href={`/whistles/${whistle.number}`}>
                      {whistle.number}
                    </Anchor>{" "}
                    <WhistleStateBadge state={whistle.state} />
                  </div>
                ))
              : null,
          ],
        ]}
      />
    </Text>
  );
}
