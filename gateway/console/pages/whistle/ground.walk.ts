import { journeyThrough } from "../../../../test/journeys/journey.ts";
import { reported } from "../../../../test/journeys/reported.ts";
import type { TestStack } from "../../../../test/testkit/stack.ts";

export const resident = "kaifu-resident";
export const dispatcher = "kaifu-dispatcher";
export const streetLeader = "kaifu-street-leader";
export const communitySecretary = "kaifu-community-secretary";
export const office = "kaifu-performance-office";
export const communityStaff = "kaifu-community-staff";

/** The market on 西长街, for which market supervision leads. */
export const market = { gridCode: "430105010003501", matter: "430105-0702" };
export const lead = { code: "430105-MARKET-SUPERVISION", name: "开福区市场监督管理局" };
export const assisting = { code: "430105-URBAN-MANAGEMENT", name: "开福区城市管理和综合执法局" };

/** A ticket that the community has verified and cannot solve, sent to the department whose duty it is. */
export async function ticketToWhistleFrom(
  stack: TestStack,
  text: string,
  reporter: { readonly post: string; readonly channel: string } = {
    post: dispatcher,
    channel: "HOTLINE_12345",
  },
): Promise<string> {
  const journey = journeyThrough(stack);
  const { does } = journey;
  const number = await reported(journey, reporter.post, {
    kind: "COMPLAINT",
    channel: reporter.channel,
    text,
    place: { gridCode: market.gridCode },
    ...(reporter.post === resident
      ? {}
      : { demander: { kind: "PERSON", name: "黎晓芸", phone: "13900000001" } }),
  });
  const findings = { findings: "现场核实：属实，社区无力解决", communityCanSolve: false };
  await does(communityStaff, "verifyTicket", { number, input: findings });
  await does(dispatcher, "matchTicket", { number, input: { matter: market.matter } });
  await does(dispatcher, "dispatchTicket", { number });
  return number;
}

/** The street leader's tackling whistle from a ticket, blown elsewhere than on the page. */
export async function blownFrom(
  stack: TestStack,
  ticket: string,
  { grid }: { readonly grid: string | undefined } = { grid: market.gridCode },
): Promise<string> {
  const input = {
    kind: "TACKLING",
    source: "HOTLINE",
    demand: "请到场共同整治",
    tickets: [ticket],
    ...(grid ? { grid } : {}),
    noGridYet: grid === undefined,
    assembly: [],
    participants: [
      { unit: lead.code, role: "LEAD" },
      { unit: assisting.code, role: "ASSISTING" },
    ],
  };
  const { number } = await journeyThrough(stack).does<{ number: string }>(
    streetLeader,
    "blowWhistle",
    { input },
    "{ number }",
  );
  return number;
}
