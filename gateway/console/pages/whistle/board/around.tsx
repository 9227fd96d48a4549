import { Anchor, Text } from "@mantine/core";
import { Link } from "wouter";
import { useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { CoordinationMode } from "../../../language/terms.ts";
import { Moment } from "../../../parts/moment.tsx";
import { useNameOrCode } from "../../../parts/name-or-code.ts";
import { TicketStateBadge } from "../../../parts/ticket-state.tsx";
import { WhistleStateBadge } from "../../../parts/whistle-state.tsx";
import { Facts } from "../facts.tsx";
import { useProfileWords } from "../profile-words.ts";
import { aroundSaid } from "./around.text.ts";
import classes from "./board.module.css";
import type { ShownWhistle } from "./use-live-whistle.ts";

/** What a whistle comes from: who blew it, from which tickets, where, with whom it is filed, from and to what it was raised. */
export function Around({ whistle }: { whistle: ShownWhistle }) {
  const text = useText(aroundSaid);
  const term = useTerm();
  const words = useProfileWords();
  const nameOrCode = useNameOrCode();
  const { blower, blowerPost, blownAt, createdAt, division, grid, estate, noGridYet, profile } = whistle;
  const { matter, matterNamed, raisedFrom, raisedTo, filings, confirmedAt, endedAt, acceptedByDemander } =
    whistle;
  const path = whistle.divisionNamed?.path.filter(({ code }) => code.length > 4).map(({ name }) => name);
  const place = [
    ...(path ?? [nameOrCode(division?.code, undefined)]),
    nameOrCode(grid?.code, whistle.gridNamed?.name) || (noGridYet ? text.noGrid : undefined),
    nameOrCode(estate?.code, whistle.estateNamed?.name),
  ].filter(Boolean);
  // Called units may grade the blower; they need not, and a grade not given says nothing.
  const grades = (whistle.evaluations ?? []).filter(
    ({ direction, score }) => direction === "OF_BLOWER" && score !== null,
  );
  const named = (terms: typeof whistle.kindRules.assembly, code: string) => words.term(terms, code);
  return (
    <Facts
      rows={[
        [text.demand, whistle.demand ? <b key="demand">{whistle.demand}</b> : null],
        [text.tickets, <Tickets key="tickets" whistle={whistle} />],
        [
          text.blower,
          [
            nameOrCode(blower?.code, whistle.blowerNamed?.name) || text.unknown,
            ...(blowerPost ? [words.post(blowerPost)] : []),
          ].join(" · "),
        ],
        [
          blownAt ? text.blownAt : text.handedIn,
          <span key="at">
            <Moment at={blownAt ?? createdAt} />
            {whistle.state === "DRAFT" ? ` · ${text.waits}` : null}
          </span>,
        ],
        [text.place, place.join(" ")],
        [
          text.matter,
          matter && (matterNamed ? `${matterNamed.name} ${matter.code}` : nameOrCode(matter.code, null)),
        ],
        [text.source, whistle.source && profile ? words.term(profile.sources, whistle.source) : null],
        [text.theme, whistle.theme && profile ? words.term(profile.themes, whistle.theme) : null],
        [text.coordination, whistle.coordination ? term(CoordinationMode, whistle.coordination) : null],
        [
          text.filings,
          filings && filings.length > 0
            ? filings.map(({ unit, unitNamed, filedAt }) => (
                <div key={unit?.code ?? filedAt}>
                  {nameOrCode(unit?.code, unitNamed?.name)} <Moment at={filedAt} c="dimmed" />
                </div>
              ))
            : null,
        ],
        [
          text.assembly,
          whistle.assembly && whistle.assembly.length > 0
            ? words.list(whistle.assembly.map((code) => named(whistle.kindRules.assembly, code)))
            : null,
        ],
        [
          text.raisedFrom,
          raisedFrom ? (
            <div key="from">
              {raisedFrom.whistle ? <ToWhistle {...raisedFrom.whistle} /> : null} {raisedFrom.reason}
              {raisedFrom.tried ? (
                <Text size="sm" c="dimmed">
                  {text.tried} {raisedFrom.tried}
                </Text>
              ) : null}
            </div>
          ) : null,
        ],
        [text.raisedTo, raisedTo ? <ToWhistle key="to" {...raisedTo} /> : null],
        [
          text.blowerGrades,
          grades.length > 0
            ? grades.map(({ evaluator, evaluatorNamed, score, opinion }) => (
                <div key={evaluator?.code ?? opinion}>
                  {text.graded(score ?? 0, nameOrCode(evaluator?.code, evaluatorNamed?.name))}
                  {opinion ? ` · ${opinion}` : null}
                </div>
              ))
            : null,
        ],
        [
          text.confirmed,
          confirmedAt ? (
            <span key="confirmed">
              <Moment at={confirmedAt} />
              {whistle.confirmationNote ? ` · ${whistle.confirmationNote}` : null}
              {acceptedByDemander == null ? null : ` · ${text.accepted[`${acceptedByDemander}`]}`}
            </span>
          ) : (
            whistle.confirmationNote
          ),
        ],
        [
          text.ended,
          endedAt ? (
            <span key="ended">
              <Moment at={endedAt} />
              {whistle.endReason ? ` · ${whistle.endReason}` : null}
            </span>
          ) : null,
        ],
        [text.profileName, profile ? text.profile(words.name(profile), whistle.profileVersion) : null],
      ]}
    />
  );
}

function Tickets({ whistle }: { whistle: ShownWhistle }) {
  const text = useText(aroundSaid);
  const words = useProfileWords();
  const seen = new Set(whistle.tickets.map(({ number }) => number));
  const hidden = (whistle.ticketNumbers ?? []).filter((number) => !seen.has(number));
  return (
    <ul className={classes.plain}>
      {whistle.tickets.map(({ number, title, state }) => (
        <li key={number}>
          <Anchor component={Link} href={`/case/${number}`}>
            {title} {number}
          </Anchor>{" "}
          <TicketStateBadge state={state} />
        </li>
      ))}
      {hidden.length > 0 ? <li>{text.hidden(words.list(hidden))}</li> : null}
    </ul>
  );
}

function ToWhistle({ number, state }: Pick<ShownWhistle, "number" | "state">) {
  return (
    <>
      <Anchor component={Link} href={`/whistles/${number}`}>
        {number}
      </Anchor>{" "}
      <WhistleStateBadge state={state} />
    </>
  );
}
