import { person } from "../../test/testkit/people.ts";
import type { Asker, TestSubgraph } from "../../test/testkit/subgraph.ts";
import type { GraphClient } from "../shared/graph-client.ts";
import { Post, type Principal } from "../shared/principal.ts";

/** 平谷 马坊: a real town and community; estate, grids and people are invented. */
export const district = "110117";
export const town = "110117005";
export const community = "110117005001";
export const grid = "110117005001001";
export const otherGrid = "110117005001002";
export const estate = "110117005001-E01";
export const chargers = "EV-CHARGING";
export const chargingItem = "1101170050100101";
export const housing = "110117-HOUSING";
export const powerSupply = "110117-POWER-SUPPLY";

export const people = {
  dispatcher: person(Post.CENTRE_DISPATCHER, {
    unit: "110117-COMMAND-CENTRE",
    division: district,
  }),
  staff: person(Post.COMMUNITY_STAFF, { unit: community }),
  secretary: person(Post.COMMUNITY_SECRETARY, { unit: community }),
  neighbourSecretary: person(Post.COMMUNITY_SECRETARY, { unit: "110117005002" }),
  townLeader: person(Post.SUBDISTRICT_LEADER, { unit: town }),
  gridMember: person(Post.GRID_MEMBER, { unit: community }),
  housing: person(Post.RESPONDER, { unit: housing, division: town }),
  housingChief: person(Post.CHIEF_RESPONDER, { unit: housing, division: district }),
  powerSupply: person(Post.RESPONDER, { unit: powerSupply, division: town }),
  performance: person(Post.PERFORMANCE_OFFICE, { unit: "110117-PERFORMANCE-OFFICE", division: district }),
  districtLeader: person(Post.DISTRICT_LEADER, { unit: district }),
  steward: person(Post.DATA_STEWARD, { unit: "110117-DATA-BUREAU", division: district }),
  listKeeper: person(Post.LIST_KEEPER, { unit: "110117-ESTABLISHMENT-OFFICE", division: district }),
  otherDistrict: person(Post.CENTRE_DISPATCHER, { unit: "430105-COMMAND-CENTRE", division: "430105" }),
} as const;

export const resident = (id: string, name = "王小满"): Principal =>
  person(Post.RESIDENT, { unit: community, id, name });

/** What the other subgraphs answer, by root field; a function sees the question's variables. */
export type Answers = Record<string, (variables: Record<string, unknown>) => unknown>;

/** The grid centre and the establishment office as they answer in a plain case. */
export const plainAnswers: Answers = {
  building: () => ({ grid: { code: grid }, estate: { code: estate } }),
  grid: ({ code }) => ({ code }),
  gridAt: () => ({ code: grid }),
  resolvePlace: ({ text }) =>
    text === "南区回迁小区"
      ? [
          {
            division: { code: community },
            estate: { code: estate },
            grid: { code: grid },
            matchedName: "南区回迁小区",
            confidence: 1,
          },
        ]
      : [],
  match: () => ({
    item: { code: chargingItem },
    listId: "110117-POWER",
    listVersion: 3,
    unit: { code: housing },
  }),
  dispatchVerdict: ({ unit }) => ({
    allowed: true,
    code: null,
    reason: null,
    reasonZh: null,
    rule: null,
    listId: "110117-POWER",
    listVersion: 3,
    byContract: unit === powerSupply,
    responsibleUnit: null,
  }),
};

/** A graph that answers from a table and remembers what it was asked. */
export function graphOf(answers: Answers): GraphClient & { readonly asked: string[] } {
  const asked: string[] = [];
  const graph = async <Data>(question: string, variables: Record<string, unknown> = {}): Promise<Data> => {
    const field = /\{\s*(\w+)\(/.exec(question)?.[1] ?? "";
    asked.push(field);
    const answer = answers[field];
    if (!answer) throw new Error(`nobody answers ${field}`);
    return { [field]: answer(variables) } as Data;
  };
  return Object.assign(graph, { asked });
}

let keys = 0;
export const newKey = (): string => `test-key-${++keys}`;

export interface Report {
  readonly text?: string;
  readonly channel?: string;
  readonly place?: Record<string, unknown>;
  readonly demander?: Record<string, unknown>;
  readonly [field: string]: unknown;
}

/** Tells the story of tickets through the schema; any refusal ends it. */
export class TicketStory {
  readonly #subgraph: TestSubgraph;
  #reports = 0;

  constructor(subgraph: TestSubgraph) {
    this.#subgraph = subgraph;
  }

  async must<Data>(query: string, variables: Record<string, unknown>, asker: Asker): Promise<Data> {
    const { data, errors } = await this.#subgraph.ask<Data>(query, variables, asker);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Takes a demand in and answers with its ticket's number. */
  async report(
    { text, channel = "HOTLINE_12345", place, ...more }: Report = {},
    asker: Asker = { as: people.dispatcher },
  ): Promise<string> {
    // Whoever is named says it in other words every time: the same words at one instant are one demand sent twice.
    const named = asker.as?.post === Post.RESIDENT || more.demander !== undefined;
    const said = text ?? `小区没有充电桩，希望尽快安装${named ? `，第 ${++this.#reports} 次反映` : ""}`;
    const input = {
      kind: "HELP",
      channel,
      text: said,
      place: place ?? { gridCode: grid, estateCode: estate },
      ...more,
    };
    const { reportDemand } = await this.must<{ reportDemand: { ticket: { number: string } } }>(
      `mutation ($input: ReportDemandInput!, $key: String!) {
        reportDemand(input: $input, idempotencyKey: $key) { ticket { number } }
      }`,
      { input, key: newKey() },
      asker,
    );
    return reportDemand.ticket.number;
  }

  /** Asks for one move: its name, its arguments as written in GraphQL, and who asks. */
  async move(name: string, number: string, asker: Asker, argumentsText = ""): Promise<string> {
    const answer = await this.must<Record<string, { state: string }>>(
      `mutation ($number: String!, $key: String!) {
        ${name}(number: $number, idempotencyKey: $key${argumentsText ? `, ${argumentsText}` : ""}) { state }
      }`,
      { number, key: newKey() },
      asker,
    );
    return answer[name]?.state ?? "";
  }

  match(number: string, asker: Asker = { as: people.dispatcher }, matter = chargers): Promise<string> {
    return this.move("matchTicket", number, asker, `input: { matter: "${matter}" }`);
  }

  /** From intake to the handling unit's hands. */
  async dispatched(report: Report = {}, at?: Date): Promise<string> {
    const when = at ? { at } : {};
    const number = await this.report(report, { as: people.dispatcher, ...when });
    await this.match(number, { as: people.dispatcher, ...when });
    await this.move("dispatchTicket", number, { as: people.dispatcher, ...when });
    return number;
  }

  /** To the demander's answer. */
  async answered(report: Report = {}, { solved = true }: { solved?: boolean } = {}): Promise<string> {
    const number = await this.dispatched(report);
    const unit = { as: people.housing };
    await this.move("signTicket", number, unit);
    await this.move("startTicket", number, unit);
    const reason = solved ? "" : ', reasonUnsolved: "变压器容量不足"';
    await this.move(
      "handleTicket",
      number,
      unit,
      `input: { contacted: true, solved: ${solved}${reason}, account: "现场勘查", publicReply: "已安排" }`,
    );
    await this.move("giveFeedback", number, unit);
    return number;
  }
}
