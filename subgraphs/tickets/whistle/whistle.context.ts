import { emptyPage, type PageArgs } from "../../shared/connection.ts";
import { loadByArguments, loadEach, loadMany, loadOne } from "../../shared/loader.ts";
import type { LogEntry } from "../../shared/log-entry.ts";
import type { RequestScope } from "../../shared/subgraph.ts";
import { DutyRulingStore } from "./duty-ruling/duty-ruling.store.ts";
import type { DutyRuling } from "./duty-ruling/duty-ruling.ts";
import { profileKey, WhistleProfileStore } from "./profile/whistle-profile.store.ts";
import type { UnitWhistleListArgs, WhistleListArgs, WhistlePart } from "./whistle.input.ts";
import { WhistleStore } from "./whistle.store.ts";
import type { Whistle } from "./whistle.ts";
import { WhistleCountsStore } from "./whistle-counts.store.ts";
import { WhistleMoveStore } from "./whistle-moves.store.ts";

const byWhistle = ({ whistleNumber }: { whistleNumber: string }): string => whistleNumber;

/** The whistles' part of a request to the tickets subgraph. */
export function whistleContext({ database, principal, at, columns }: RequestScope) {
  const whistles = new WhistleStore(database, principal, columns);
  const profiles = new WhistleProfileStore(database);
  const dutyRulings = new DutyRulingStore(database, principal);
  const loadWhistle = whistleLoaders(whistles, profiles, dutyRulings, at);
  return {
    whistles,
    whistleMoves: new WhistleMoveStore(database, principal),
    whistleCounts: new WhistleCountsStore(database, principal, at),
    profiles,
    dutyRulings,
    loadWhistle,
    /** After a change: what was loaded before it is out of date, and one request may make several. */
    rereadWhistles: () => Object.assign(loadWhistle, whistleLoaders(whistles, profiles, dutyRulings, at)),
  };
}

function whistleLoaders(
  whistles: WhistleStore,
  profiles: WhistleProfileStore,
  dutyRulings: DutyRulingStore,
  at: Date,
) {
  const under = (parent: "grid" | "estate") =>
    loadByArguments(
      (codes, args: WhistleListArgs) => whistles.listUnder(parent, codes, args, at),
      () => emptyPage<Whistle>(),
    );
  return {
    whistle: loadOne(
      (numbers) => whistles.byNumbers(numbers),
      ({ number }) => number,
    ),
    profile: loadOne((keys) => profiles.byKeys(keys), profileKey),
    participants: loadMany((numbers) => whistles.participants(numbers), byWhistle),
    clocks: loadMany((numbers) => whistles.clocks(numbers), byWhistle),
    filings: loadMany((numbers) => whistles.filings(numbers), byWhistle),
    pauses: loadMany((numbers) => whistles.pauses(numbers), byWhistle),
    extensions: loadMany((numbers) => whistles.extensions(numbers), byWhistle),
    taskForce: loadMany((numbers) => whistles.taskForce(numbers), byWhistle),
    ticketNumbers: loadMany((numbers) => whistles.ticketNumbers(numbers), byWhistle),
    raisedFrom: loadMany(
      (numbers) => whistles.raisedFrom(numbers),
      ({ raisedFromNumber }) => raisedFromNumber ?? "",
    ),
    ofTicket: loadEach((numbers) => whistles.ofTickets(numbers)),
    ofGrid: under("grid"),
    ofEstate: under("estate"),
    ofUnit: loadByArguments(
      (codes, { part, ...args }: UnitWhistleListArgs & { part: WhistlePart }) =>
        whistles.listUnder(part, codes, args, at),
      () => emptyPage<Whistle>(),
    ),
    precedents: loadByArguments(
      (numbers, args: PageArgs) => dutyRulings.precedentsOf(numbers, args),
      () => emptyPage<DutyRuling>(),
    ),
    log: loadByArguments(
      (numbers, args: PageArgs) => whistles.logOf(numbers, args),
      () => emptyPage<LogEntry>(),
    ),
  };
}
