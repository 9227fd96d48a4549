import { person } from "../../../test/testkit/people.ts";
import type { Asker, TestSubgraph } from "../../../test/testkit/subgraph.ts";
import type { GraphClient } from "../../shared/graph-client.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { graphOf, newKey, plainAnswers, TicketStory } from "../tickets.fixtures.ts";

/** 开福 通泰街 and 平谷 马坊: real places, invented units and people. */
export const kf = {
  street: "430105010",
  community: "430105010003",
  grid: "430105010003001",
  market: "430105-MARKET-SUPERVISION",
  urban: "430105-URBAN-MANAGEMENT",
  commerce: "430105-COMMERCE",
  investment: "430105-CITY-INVESTMENT",
  office: "430105010-GOVERNANCE",
} as const;
export const pg = {
  town: "110117005",
  community: "110117005001",
  grid: "110117005001001",
  estate: "110117005001-E01",
  housing: "110117-HOUSING",
  power: "110117-POWER-SUPPLY",
  office: "110117005-CONSTRUCTION",
  item: "1101170050100101",
} as const;
/** 招远 泉山街道. */
export const zy = {
  street: "370685002",
  community: "370685002001",
  grid: "370685002001001",
  gas: "370685-GAS-SUPPLY",
} as const;

const inDistrict = (post: Post, unit: string) => person(post, { unit, division: unit.slice(0, 6) });
const atPlace = (unit: string, division: string) => person(Post.RESPONDER, { unit, division });

export const people = {
  kfDispatcher: inDistrict(Post.CENTRE_DISPATCHER, "430105-COMMAND-CENTRE"),
  kfStaff: person(Post.COMMUNITY_STAFF, { unit: kf.community }),
  kfSecretary: person(Post.COMMUNITY_SECRETARY, { unit: kf.community }),
  kfNeighbour: person(Post.COMMUNITY_SECRETARY, { unit: "430105010004" }),
  kfStreet: person(Post.SUBDISTRICT_LEADER, { unit: kf.street }),
  kfOtherStreet: person(Post.SUBDISTRICT_LEADER, { unit: "430105001" }),
  kfMarket: atPlace(kf.market, kf.street),
  kfMarketChief: inDistrict(Post.CHIEF_RESPONDER, kf.market),
  kfUrban: atPlace(kf.urban, kf.street),
  kfUrbanElsewhere: atPlace(kf.urban, "430105001"),
  kfCommerce: atPlace(kf.commerce, kf.street),
  kfInvestment: atPlace(kf.investment, kf.street),
  kfOffice: person(Post.RESPONDER, { unit: kf.office, division: kf.street }),
  kfPerformance: inDistrict(Post.PERFORMANCE_OFFICE, "430105-PERFORMANCE-OFFICE"),
  kfArbiter: inDistrict(Post.LIST_KEEPER, "430105-ESTABLISHMENT-OFFICE"),
  kfDistrict: person(Post.DISTRICT_LEADER, { unit: "430105" }),
  kfSteward: inDistrict(Post.DATA_STEWARD, "430105-DATA-BUREAU"),
  pgDispatcher: inDistrict(Post.CENTRE_DISPATCHER, "110117-COMMAND-CENTRE"),
  pgResident: person(Post.RESIDENT, { unit: pg.community, id: "resident-an" }),
  pgOtherResident: person(Post.RESIDENT, { unit: pg.community, id: "resident-bo" }),
  pgMember: person(Post.GRID_MEMBER, { unit: pg.community }),
  pgStaff: person(Post.COMMUNITY_STAFF, { unit: pg.community }),
  pgSecretary: person(Post.COMMUNITY_SECRETARY, { unit: pg.community }),
  pgTown: person(Post.SUBDISTRICT_LEADER, { unit: pg.town }),
  pgHousing: atPlace(pg.housing, pg.town),
  pgHousingChief: inDistrict(Post.CHIEF_RESPONDER, pg.housing),
  pgPower: atPlace(pg.power, pg.town),
  pgOffice: person(Post.RESPONDER, { unit: pg.office, division: pg.town }),
  pgPerformance: inDistrict(Post.PERFORMANCE_OFFICE, "110117-PERFORMANCE-OFFICE"),
  zyDispatcher: inDistrict(Post.CENTRE_DISPATCHER, "370685-COMMAND-CENTRE"),
  zyMember: person(Post.GRID_MEMBER, { unit: zy.community }),
  zySecretary: person(Post.COMMUNITY_SECRETARY, { unit: zy.community }),
  zyStreet: person(Post.SUBDISTRICT_LEADER, { unit: zy.street }),
  service: person(Post.SERVICE, { unit: "tickets", division: "", scopes: ["feed:read"] }),
} as const;

const unitKinds: Readonly<Record<string, string>> = {
  [kf.street]: "SUBDISTRICT_OFFICE",
  [kf.community]: "COMMUNITY_OFFICE",
  [kf.market]: "DEPARTMENT",
  [kf.urban]: "ENFORCEMENT_TEAM",
  [kf.commerce]: "DEPARTMENT",
  [kf.investment]: "COMPANY",
  [kf.office]: "INTERNAL_OFFICE",
  "430105001": "SUBDISTRICT_OFFICE",
  [pg.town]: "SUBDISTRICT_OFFICE",
  [pg.community]: "COMMUNITY_OFFICE",
  [pg.housing]: "DEPARTMENT",
  [pg.power]: "COMPANY",
  [pg.office]: "INTERNAL_OFFICE",
  [zy.street]: "SUBDISTRICT_OFFICE",
  [zy.community]: "COMMUNITY_OFFICE",
  [zy.gas]: "COMPANY",
};

/** The item nobody's list holds. */
export const offListItem = "1101170050200101";
export const noGrid = "430105010003999";

interface Answering {
  /** What kind of unit a code is of; none where there is no such unit. */
  readonly kindOf?: (unit: string) => string | undefined;
  /** Whom a matter is matched to. */
  readonly handlerIn?: (division: string) => string;
}

/** The other subgraphs as they answer about a call: units and chiefs by code, one responder a community, one bad item. */
export function answeringGraph({
  kindOf = (unit) => unitKinds[unit],
  handlerIn = (division) => (division.startsWith("430105") ? kf.market : pg.housing),
}: Answering = {}): GraphClient & {
  readonly calls: Record<string, unknown>[];
  /** Numbers of the whistles the evaluation has finished grading. */
  readonly evaluated: string[];
} {
  const calls: Record<string, unknown>[] = [];
  const evaluated: string[] = [];
  const others = graphOf({
    ...plainAnswers,
    evaluationFeed: ({ after }) =>
      evaluated
        .map((subject, index) => ({
          position: index + 1,
          subject,
          kind: "WHISTLE_EVALUATED",
          at: "2026-06-10T09:00:00+08:00",
          actorPost: "SUBDISTRICT_LEADER",
          actorUnit: kf.street,
          payload: { whistle: subject },
        }))
        .filter(({ position }) => position > Number(after)),
    match: ({ division }) => ({
      item: { code: pg.item },
      listId: "110117-POWER",
      listVersion: 3,
      unit: { code: handlerIn(String(division)) },
    }),
  });
  const graph = async <Data>(operation: string, variables: Record<string, unknown> = {}): Promise<Data> => {
    if (!operation.includes("CallOfWhistle")) return others<Data>(operation, variables);
    calls.push(variables);
    const answer: Record<string, unknown> = {
      units: (variables.codes as string[]).flatMap((code) => {
        const kind = kindOf(code);
        return kind ? [{ code, kind, chiefResponder: { personId: `chief:${code}`, name: "戴立新" } }] : [];
      }),
      grid: variables.grid === noGrid ? null : { code: variables.grid },
    };
    for (const [name, value] of Object.entries(variables)) {
      const [, index] = /^unit(\d+)$/.exec(name) ?? [];
      if (index === undefined) continue;
      answer[`responders${index}`] = [{ personId: `responder:${value}`, name: "欧阳志平" }];
      const item = variables[`item${index}`];
      const allowed = item !== offListItem;
      if (item) {
        const refusal = allowed
          ? { code: null, reason: null, reasonZh: null, rule: null }
          : { code: "OFF_LIST", reason: "it is on no list", reasonZh: "不在任何清单", rule: "GZ-8" };
        answer[`verdict${index}`] = { allowed, ...refusal, listId: "110117-POWER", listVersion: 3 };
      }
    }
    return answer as Data;
  };
  return Object.assign(graph, { calls, evaluated });
}

interface OverduePayload {
  readonly clock: string;
  readonly ordinal: number;
  readonly dueAt: string;
  readonly late: readonly { readonly unit: string }[];
  readonly escalatedTo: readonly string[];
}

/** A clock that ran out: of which whistle, who was late, and where it went (超时升级, KF-12). */
export interface Escalated extends Pick<OverduePayload, "ordinal" | "escalatedTo"> {
  readonly whistle: string;
  readonly step: string;
  readonly late: readonly string[];
}

export interface Answered {
  readonly number: string;
  readonly state: string;
  readonly [field: string]: unknown;
}

/** Tells the story of whistles through the schema. `ask` keeps refusals, `must` ends the test with them. */
export class WhistleStory {
  readonly #subgraph: TestSubgraph;
  readonly tickets: TicketStory;

  constructor(subgraph: TestSubgraph) {
    this.#subgraph = subgraph;
    this.tickets = new TicketStory(subgraph);
  }

  /** A ticket in the hands of a unit, verified on site where the rule asks for it (KF-7). */
  async kfTicket({
    verified = true,
    canSolve = false,
    at,
  }: {
    verified?: boolean;
    canSolve?: boolean;
    at?: Date;
  } = {}) {
    const when = at ? { at } : {};
    const dispatcher = { as: people.kfDispatcher, ...when };
    const number = await this.tickets.report(
      { text: "西长街市场脏乱差", place: { gridCode: kf.grid } },
      dispatcher,
    );
    if (verified) {
      const findings = `input: { findings: "设施老旧，污水横流", communityCanSolve: ${canSolve} }`;
      await this.tickets.move("verifyTicket", number, { as: people.kfStaff, ...when }, findings);
    }
    await this.tickets.match(number, dispatcher);
    await this.tickets.move("dispatchTicket", number, dispatcher);
    return number;
  }

  /** The chargers' ticket, taken in by the centre, or handed in by a resident. */
  async pgTicket({ at, by }: { at?: Date; by?: Principal } = {}) {
    const when = at ? { at } : {};
    const dispatcher = { as: people.pgDispatcher, ...when };
    const place = { gridCode: pg.grid, estateCode: pg.estate };
    const number = await this.tickets.report(
      by ? { place, channel: "SNAP_AND_REPORT" } : { place },
      by ? { as: by, ...when } : dispatcher,
    );
    await this.tickets.match(number, dispatcher);
    await this.tickets.move("dispatchTicket", number, dispatcher);
    return number;
  }

  async ask(
    mutation: string,
    argumentsText: string,
    variables: Record<string, unknown>,
    asker: Asker,
    fields = "number state",
  ) {
    const key = variables.key ?? newKey();
    const { data, errors } = await this.#subgraph.ask<Record<string, Answered>>(
      `mutation ($key: String!${argumentsText ? `, ${argumentsText}` : ""}) {
        ${mutation}(idempotencyKey: $key${argumentsOf(argumentsText)}) { ${fields} }
      }`,
      { ...variables, key },
      asker,
    );
    return { answer: data?.[mutation] as Answered, code: errors[0]?.code, error: errors[0] };
  }

  blow(input: Record<string, unknown>, asker: Asker, fields?: string) {
    return this.ask("blowWhistle", "$input: BlowWhistleInput!", { input }, asker, fields);
  }

  raise(input: Record<string, unknown>, asker: Asker, fields?: string) {
    return this.ask("raiseWhistle", "$input: RaiseWhistleInput!", { input }, asker, fields);
  }

  sign(number: string, asker: Asker) {
    return this.ask("signWhistle", "$number: String!", { number }, asker);
  }

  arrive(number: string, asker: Asker, more: Record<string, unknown> = {}) {
    return this.ask("arriveWhistle", "$input: ArriveWhistleInput!", { input: { number, ...more } }, asker);
  }

  measures(number: string, asker: Asker, measures = "分三步关停并改造") {
    return this.ask("issueMeasures", "$number: String!, $measures: String!", { number, measures }, asker);
  }

  resolve(number: string, asker: Asker, result = "沿线商铺已全部关停") {
    return this.ask("resolveWhistle", "$number: String!, $result: String!", { number, result }, asker);
  }

  confirm(number: string, asker: Asker, more: Record<string, unknown> = {}) {
    const input = { number, solved: true, note: "现场查看，已解决", ...more };
    return this.ask("confirmWhistle", "$input: ConfirmWhistleInput!", { input }, asker);
  }

  withReason(mutation: string, number: string, asker: Asker, reason = "另有安排") {
    return this.ask(mutation, "$number: String!, $reason: String!", { number, reason }, asker);
  }

  decide(input: Record<string, unknown>, asker: Asker, fields?: string) {
    return this.ask("decideDispute", "$input: DecideDisputeInput!", { input }, asker, fields);
  }

  /** What ran out in a district by an instant and was not told before, as the minute's upkeep tells it. */
  async escalated(district: string, at: Date): Promise<Escalated[]> {
    const told = () =>
      this.#subgraph.database.query(
        `SELECT sequence, subject, payload FROM log_entry
         WHERE kind = 'WHISTLE_OVERDUE' AND left(subject, 6) = $1 ORDER BY sequence`,
        [district],
      ) as Promise<{ sequence: string; subject: string; payload: OverduePayload }[]>;
    const before = new Set((await told()).map(({ sequence }) => sequence));
    await this.#subgraph.upkeep(at);
    // Several clocks ring at once: those of one look are told by when they ran out.
    const since = (await told()).filter(({ sequence }) => !before.has(sequence));
    return since
      .sort((one, other) => one.payload.dueAt.localeCompare(other.payload.dueAt))
      .map(({ subject: whistle, payload: { clock: step, ordinal, late, escalatedTo } }) => ({
        whistle,
        step,
        ordinal,
        late: late.map(({ unit }) => unit),
        escalatedTo,
      }));
  }

  /** 攻坚哨: the street calls one lead and three who assist, as at 西长街. */
  async tackling({
    at,
    tickets,
    participants,
  }: {
    at?: Date;
    tickets?: string[];
    participants?: object[];
  } = {}) {
    const when = at ? { at } : {};
    const input = {
      ...tackling,
      tickets: tickets ?? [await this.kfTicket(when)],
      ...(participants ? { participants } : {}),
    };
    const { answer, error } = await this.blow(input, { as: people.kfStreet, ...when });
    if (!answer) throw new Error(JSON.stringify(error));
    return answer.number;
  }

  /** A tackling whistle the lead has carried as far as `to`. */
  async tacklingAt(to: "SIGNED" | "ARRIVED" | "MEASURES_ISSUED" | "RESOLVED" | "CONFIRMED", at?: Date) {
    const when = at ? { at } : {};
    const number = await this.tackling(when);
    const lead = { as: people.kfMarket, ...when };
    const steps = [
      ["SIGNED", () => this.sign(number, lead)],
      ["ARRIVED", () => this.arrive(number, lead)],
      ["MEASURES_ISSUED", () => this.measures(number, lead)],
      ["RESOLVED", () => this.resolve(number, lead)],
      ["CONFIRMED", () => this.confirm(number, { as: people.kfStreet, ...when })],
    ] as const;
    for (const [state, step] of steps) {
      await step();
      if (state === to) break;
    }
    return number;
  }

  async read(number: string, fields: string, asker: Asker): Promise<Record<string, unknown>> {
    const { data, errors } = await this.#subgraph.ask<{ whistle: Record<string, unknown> }>(
      `query ($number: String!) { whistle(number: $number) { ${fields} } }`,
      { number },
      asker,
    );
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data.whistle;
  }
}

/** From `$number: String!, $note: String!` to `, number: $number, note: $note`. */
const argumentsOf = (declared: string): string =>
  [...declared.matchAll(/\$(\w+):/g)].map(([, name]) => `, ${name}: $${name}`).join("");

export const tackling = {
  kind: "TACKLING",
  source: "VISIT",
  grid: kf.grid,
  demand: "西长街水产畜禽市场脏乱差，请牵头关停并提质改造",
  participants: [
    { unit: kf.market, role: "LEAD" },
    { unit: kf.urban, role: "ASSISTING" },
    { unit: kf.commerce, role: "ASSISTING" },
    { unit: kf.investment, role: "ASSISTING" },
  ],
};

export const emergency = {
  kind: "EMERGENCY",
  source: "VISIT",
  grid: kf.grid,
  demand: "市场内燃气泄漏，请立即到场",
  participants: [{ unit: kf.market, role: "LEAD" }],
};

export const township = {
  kind: "TOWNSHIP",
  source: "RESIDENT",
  theme: "PEOPLE_NEED",
  grid: pg.grid,
  demand: "小区无充电桩电源，请会商建设",
  participants: [
    { unit: pg.housing, role: "LEAD", item: pg.item },
    { unit: pg.power, role: "ASSISTING" },
  ],
};
