import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { refuse } from "../../shared/errors.ts";
import { mayReachDemander, type PartInCase } from "../part-in-case/part-in-case.ts";
import { Building, Business, Division, Estate, Grid, PowerItem, Resident, Unit } from "../references.ts";
import { type Ticket, TicketConnection } from "../ticket/ticket.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { Whistle } from "../whistle/whistle.ts";
import { Case, LatestArgs, rows } from "./case.ts";
import { CaseArgs, type CaseKey, caseKey } from "./case-args.ts";

@Resolver(() => Case)
export class CaseResolver {
  @Query(() => Case, {
    nullable: true,
    description:
      "What all departments know of one matter, looked up by exactly one of these. By number it is null when there is no such ticket or whistle that you may see; by anything else there always is one, because other departments may know what the command centre does not (跨部门查案件)",
  })
  async case(@Args(() => CaseArgs) args: CaseArgs, @Ctx() context: TicketsContext): Promise<Case | null> {
    const key = caseKey(args);
    return (await mayBeSeen(key, context)) ? new Case(key) : null;
  }

  @FieldResolver(() => TicketConnection, { description: "Its tickets that you may see, latest first (工单)" })
  tickets(
    @Root() { key }: Case,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caseParts }: TicketsContext,
  ): Promise<Page<Ticket>> {
    return caseParts.tickets(key, args);
  }

  @FieldResolver(() => [Whistle], {
    description: "Whistles blown for it that you may see, latest first (哨)",
  })
  async whistles(
    @Root() { key }: Case,
    @Args(() => LatestArgs) { first }: LatestArgs,
    @Ctx() { caseParts, loadWhistle }: TicketsContext,
  ): Promise<Whistle[]> {
    const tickets = await caseParts.latest(key);
    const behind = await Promise.all(tickets.map(({ number }) => loadWhistle.ofTicket.load(number)));
    const blown = behind.flat();
    blown.sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
    const asked = key.by === "whistle" ? await loadWhistle.whistle.load(key.code) : null;
    const byNumber = new Map([...(asked ? [asked] : []), ...blown].map((each) => [each.number, each]));
    return [...byNumber.values()].slice(0, rows(first));
  }

  @FieldResolver(() => [Resident], {
    nullable: "itemsAndList",
    description:
      "Residents who asked; null only when withheld, a last one null and WITHHELD where you may not know of every ticket who asked (诉求居民)",
  })
  async residents(
    @Root() { key }: Case,
    @Args(() => LatestArgs) { first }: LatestArgs,
    @Ctx() { caseParts, reachesDemander }: TicketsContext,
  ): Promise<(Resident | Error)[]> {
    const asked = (await caseParts.asked.load(key)).filter(({ residentId }) => residentId !== null);
    const isKnown = await Promise.all(asked.map(({ ticketNumber }) => reachesDemander(ticketNumber)));
    const ids = asked.flatMap(({ residentId }, index) => (isKnown[index] ? [residentId] : []));
    const known = latest([codeOf(key, "resident"), ...ids], first).map((id) => ({ id }));
    return isKnown.includes(false) ? [...known, withheld("Case.residents")] : known;
  }

  @FieldResolver(() => [Business], { nullable: "items", description: "Businesses that asked (诉求市场主体)" })
  async businesses(
    @Root() { key }: Case,
    @Args(() => LatestArgs) { first }: LatestArgs,
    @Ctx() { caseParts }: TicketsContext,
  ): Promise<Business[]> {
    const asked = await caseParts.asked.load(key);
    const codes = asked.map(({ creditCode }) => creditCode);
    return latest([codeOf(key, "business"), ...codes], first).map((creditCode) => ({ creditCode }));
  }

  @FieldResolver(() => [Building], {
    nullable: "items",
    description: "Buildings whose code was scanned (所涉楼栋, ZY-14)",
  })
  async buildings(
    @Root() { key }: Case,
    @Args(() => LatestArgs) { first }: LatestArgs,
    @Ctx() { caseParts }: TicketsContext,
  ): Promise<Building[]> {
    const asked = await caseParts.asked.load(key);
    const codes = asked.map(({ buildingCode }) => buildingCode);
    return latest([codeOf(key, "building"), ...codes], first).map((code) => ({ code }));
  }

  @FieldResolver(() => [Grid], { nullable: "items", description: "Grids it happened in (所涉网格)" })
  async grids(
    @Root() { key }: Case,
    @Args(() => LatestArgs) { first }: LatestArgs,
    @Ctx() { caseParts }: TicketsContext,
  ): Promise<Grid[]> {
    const tickets = await caseParts.latest(key);
    const codes = tickets.map(({ gridCode }) => gridCode);
    return latest([codeOf(key, "grid"), ...codes], first).map((code) => ({ code }));
  }

  @FieldResolver(() => [Estate], { nullable: "items", description: "Estates it happened in (所涉小区)" })
  async estates(
    @Root() { key }: Case,
    @Args(() => LatestArgs) { first }: LatestArgs,
    @Ctx() { caseParts }: TicketsContext,
  ): Promise<Estate[]> {
    const tickets = await caseParts.latest(key);
    const codes = tickets.map(({ estateCode }) => estateCode);
    return latest([codeOf(key, "estate"), ...codes], first).map((code) => ({ code }));
  }

  @FieldResolver(() => [Division], {
    nullable: "items",
    description: "Smallest divisions known to hold it (所涉区划)",
  })
  async divisions(
    @Root() { key }: Case,
    @Args(() => LatestArgs) { first }: LatestArgs,
    @Ctx() { caseParts }: TicketsContext,
  ): Promise<Division[]> {
    const tickets = await caseParts.latest(key);
    const codes = tickets.map(({ divisionCode }) => divisionCode);
    return latest([codeOf(key, "community"), ...codes], first).map((code) => ({ code }));
  }

  @FieldResolver(() => [Unit], { nullable: "items", description: "Units its tickets are with (承办单位)" })
  async units(
    @Root() { key }: Case,
    @Args(() => LatestArgs) { first }: LatestArgs,
    @Ctx() { caseParts }: TicketsContext,
  ): Promise<Unit[]> {
    const tickets = await caseParts.latest(key);
    const codes = tickets.map(({ handlingUnitCode }) => handlingUnitCode);
    return latest(codes, first).map((code) => ({ code }));
  }

  @FieldResolver(() => [PowerItem], {
    nullable: "items",
    description: "Items its tickets were matched to (职权事项, PG-5)",
  })
  async powerItems(
    @Root() { key }: Case,
    @Args(() => LatestArgs) { first }: LatestArgs,
    @Ctx() { caseParts }: TicketsContext,
  ): Promise<PowerItem[]> {
    const tickets = await caseParts.latest(key);
    const codes = tickets.map(({ itemCode }) => itemCode);
    return latest([codeOf(key, "powerItem"), ...codes], first).map((code) => ({ code }));
  }
}

/** Who is not told even with this part in a case is told who asked in none. */
const wholePart: PartInCase = { ticketNumber: "", open: true, inPlace: true, works: "BY_DUTY" };

const withheld = (coordinate: string): Error =>
  refuse("WITHHELD", {
    coordinate,
    needed: "a part in the open case, as a body of government",
    neededZh: "在办案件中的承办、协办或属地职责",
  });

/** A number is the command centre's own; of anything else others may know. */
async function mayBeSeen(
  { by, code }: CaseKey,
  { caseParts, load, loadWhistle, principal }: TicketsContext,
): Promise<boolean> {
  if (by === "resident" && !mayReachDemander(principal, wholePart)) throw withheld("Query.case");
  if (by === "ticket") {
    // Mostly among its own latest; there may be more that were merged into it since.
    const latest = await caseParts.latest({ by, code });
    return latest.some(({ number }) => number === code) || (await load.ticket.load(code)) !== null;
  }
  if (by === "whistle") return (await loadWhistle.whistle.load(code)) !== null;
  return true;
}

/** What the case was looked up by, where it is of this kind. */
const codeOf = ({ by, code }: CaseKey, kind: CaseKey["by"]): string | null => (by === kind ? code : null);

const latest = (codes: readonly (string | null)[], first: number): string[] =>
  [...new Set(codes.filter((code) => code !== null))].slice(0, rows(first));
