import { type Journey, journeyThrough } from "../../../../test/journeys/journey.ts";
import { reported } from "../../../../test/journeys/reported.ts";
import type { TestStack } from "../../../../test/testkit/stack.ts";

export const MARKET = "430105-MARKET-SUPERVISION";
export const URBAN = "430105-URBAN-MANAGEMENT";
export const STREET = "430105010";
/** Food safety: by the district's catalogue the market supervision's. */
export const FOOD_SAFETY = "430105-0701";
/** A market of the community 连升街社区. */
const MARKET_GRID = "430105010003501";

/** What brings a demand about food to where somebody has to do something about it. */
export interface Ground extends Journey {
  /** Taken in by the centre. */
  reported(text: string, place?: object): Promise<string>;
  /** Verified, matched and sent to market supervision. */
  dispatched(text: string): Promise<string>;
  /** Signed for and begun. */
  inHand(text: string): Promise<string>;
  /** Reported handled. */
  handled(text: string): Promise<string>;
  /** The demander has the answer. */
  answered(text: string): Promise<string>;
  /** The street leader's tackling whistle from a ticket: market supervision leads, urban management assists. */
  blown(ticket: string): Promise<string>;
  /** The same, worked off, confirmed and every called unit graded, nothing of it on record yet. */
  graded(ticket: string): Promise<string>;
  /** How a ticket stands, and what its log tells, the first change first. */
  ticketNow(number: string): Promise<TicketNow>;
}

interface TicketNow {
  readonly state: string;
  readonly dueAt: string;
  readonly rejectionGrounds: string | null;
  readonly publicReply: string | null;
  readonly grid: { readonly code: string } | null;
  readonly handlingUnit: { readonly code: string } | null;
  readonly kinds: readonly string[];
}

export function groundOf(stack: TestStack): Ground {
  const journey = journeyThrough(stack);
  const { does, sees } = journey;

  const taken = (text: string, place: object = { gridCode: MARKET_GRID }): Promise<string> =>
    reported(journey, "kaifu-dispatcher", {
      kind: "COMPLAINT",
      text,
      place,
      demander: { kind: "PERSON", name: "黎晓芸", phone: "13900000001" },
    });
  const dispatched = async (text: string): Promise<string> => {
    const number = await taken(text);
    const input = { findings: "现场核实：后厨脏乱", communityCanSolve: false };
    await does("kaifu-community-staff", "verifyTicket", { number, input });
    await does("kaifu-dispatcher", "matchTicket", { number, input: { matter: FOOD_SAFETY } });
    await does("kaifu-dispatcher", "dispatchTicket", { number });
    return number;
  };
  const inHand = async (text: string): Promise<string> => {
    const number = await dispatched(text);
    await does("kaifu-market-responder", "signTicket", { number });
    await does("kaifu-market-responder", "startTicket", { number });
    return number;
  };
  const handled = async (text: string): Promise<string> => {
    const number = await inHand(text);
    const input = { contacted: true, solved: true, account: "现场检查，当场整改" };
    await does("kaifu-market-responder", "handleTicket", { number, input });
    return number;
  };
  const answered = async (text: string): Promise<string> => {
    const number = await handled(text);
    await does("kaifu-market-responder", "giveFeedback", { number, publicReply: "经现场检查，已整改到位。" });
    await stack.settle();
    return number;
  };
  const blown = async (ticket: string): Promise<string> => {
    const input = {
      kind: "TACKLING",
      source: "HOTLINE",
      demand: "西长街市场食品安全隐患突出，请共同整治",
      tickets: [ticket],
      grid: MARKET_GRID,
      participants: [
        { unit: MARKET, role: "LEAD" },
        { unit: URBAN, role: "ASSISTING" },
      ],
    };
    const { number } = await does<{ number: string }>(
      "kaifu-street-leader",
      "blowWhistle",
      { input },
      "{ number }",
    );
    return number;
  };
  const graded = async (ticket: string): Promise<string> => {
    const number = await blown(ticket);
    await does("kaifu-market-responder", "signWhistle", { number });
    await does("kaifu-market-responder", "arriveWhistle", { input: { number } });
    await does("kaifu-market-responder", "issueMeasures", { number, measures: "逐摊检定" });
    await does("kaifu-market-responder", "resolveWhistle", { number, result: "已更换" });
    const confirmation = { number, solved: true, note: "现场查看" };
    await does("kaifu-street-leader", "confirmWhistle", { input: confirmation });
    await stack.settle();
    for (const unit of [MARKET, URBAN]) {
      const input = { whistle: number, unit, score: 90, opinion: "配合较好" };
      await does("kaifu-street-leader", "evaluateParticipant", { input });
    }
    return number;
  };
  const ticketNow = async (number: string): Promise<TicketNow> => {
    const { ticket } = await sees<{
      ticket: TicketNow & { log: { edges: { node: { kind: string } }[] } };
    }>(
      "kaifu-dispatcher",
      `query ($n: String!) { ticket(number: $n) {
        state dueAt rejectionGrounds publicReply grid { code } handlingUnit { code }
        log(first: 50) { edges { node { kind } } }
      } }`,
      { n: number },
    );
    const { log, ...now } = ticket;
    return { ...now, kinds: log.edges.map(({ node }) => node.kind) };
  };

  return { ...journey, reported: taken, dispatched, inHand, handled, answered, blown, graded, ticketNow };
}
