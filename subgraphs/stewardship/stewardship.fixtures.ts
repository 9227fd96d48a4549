import { person } from "../../test/testkit/people.ts";
import type { Asker, TestSubgraph } from "../../test/testkit/subgraph.ts";
import { Post, type Principal, servicePrincipal } from "../shared/principal.ts";

const inKaifu = (post: Post, unit: string, more: Partial<Principal> = {}) =>
  person(post, { unit: `430105-${unit}`, division: "430105", ...more });

/** Those who own, ask for and use data in Kaifu, and a few who have no part in it. Invented. */
export const kaifu = {
  bureau: inKaifu(Post.DATA_STEWARD, "DATA-BUREAU"),
  civilAffairs: inKaifu(Post.DATA_STEWARD, "CIVIL-AFFAIRS"),
  civilAffairsChief: inKaifu(Post.CHIEF_RESPONDER, "CIVIL-AFFAIRS"),
  policeSteward: inKaifu(Post.DATA_STEWARD, "PUBLIC-SECURITY"),
  policeChief: inKaifu(Post.CHIEF_RESPONDER, "PUBLIC-SECURITY"),
  policeStation: person(Post.RESPONDER, { unit: "430105010-PUBLIC-SECURITY" }),
  housing: inKaifu(Post.DATA_STEWARD, "HOUSING"),
  housingStation: person(Post.RESPONDER, { unit: "430105010-HOUSING" }),
  urban: inKaifu(Post.CHIEF_RESPONDER, "URBAN-MANAGEMENT"),
  centre: inKaifu(Post.CENTRE_DISPATCHER, "COMMAND-CENTRE"),
  listKeeper: inKaifu(Post.LIST_KEEPER, "ESTABLISHMENT-OFFICE"),
  street: person(Post.SUBDISTRICT_LEADER, { unit: "430105010" }),
  otherStreet: person(Post.SUBDISTRICT_LEADER, { unit: "430105001" }),
  secretary: person(Post.COMMUNITY_SECRETARY, { unit: "430105010003" }),
  gridMember: person(Post.GRID_MEMBER, { unit: "430105010003" }),
  resident: person(Post.RESIDENT, { unit: "430105010003", id: "person-li" }),
  gateway: servicePrincipal("gateway"),
  evaluation: servicePrincipal("evaluation"),
} as const satisfies Record<string, Principal>;

export const pinggu = {
  bureau: person(Post.DATA_STEWARD, { unit: "110117-DATA-BUREAU", division: "110117" }),
  housing: person(Post.DATA_STEWARD, { unit: "110117-HOUSING", division: "110117" }),
} as const satisfies Record<string, Principal>;

/** A power item of the housing department's in Kaifu, as a basis. */
export const housingItem = "4301058050600100";

export interface Asked {
  readonly owner?: string;
  readonly consumer?: string;
  readonly posts?: readonly Post[] | null;
  readonly coordinates?: readonly string[];
  readonly purposes?: readonly string[];
  readonly rows?: string;
  readonly clear?: readonly string[];
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly listMaximum?: number | null;
  readonly reason?: string;
}

/** What the housing department asks of civil affairs, unless told otherwise. */
export const usualRequest = {
  owner: "civil-affairs",
  consumer: "430105-HOUSING",
  coordinates: ["AidRecipient", "AidRecipient.name"],
  purposes: [housingItem],
  rows: "THIS_CASE",
  clear: [],
  validFrom: "2026-06-01T00:00:00+08:00",
  validUntil: "2027-06-01T00:00:00+08:00",
  reason: "核查公租房申请人是否为低保对象",
} as const satisfies Asked;

/** Speaks to stewardship as people do, and answers with the code of a refusal or with what was answered. */
export class Stewards {
  readonly #subgraph: TestSubgraph;
  #keys = 0;

  constructor(subgraph: TestSubgraph) {
    this.#subgraph = subgraph;
  }

  async mutate(
    mutation: string,
    types: Readonly<Record<string, string>>,
    given: Readonly<Record<string, unknown>>,
    selection: string,
    asker: Asker,
  ): Promise<unknown> {
    this.#keys += 1;
    const variables = { ...given, idempotencyKey: `stewardship-test-${this.#keys}` };
    const declared = Object.entries({ ...types, idempotencyKey: "String!" });
    const { data, errors } = await this.#subgraph.ask<{ answer: unknown } | null>(
      `mutation (${declared.map(([name, type]) => `$${name}: ${type}`).join(", ")}) {
         answer: ${mutation}(${declared.map(([name]) => `${name}: $${name}`).join(", ")}) ${selection}
       }`,
      variables,
      asker,
    );
    return errors[0]?.code ?? data?.answer;
  }

  request(asked: Asked, as: Principal, selection = "{ number state }"): Promise<unknown> {
    const input = { ...usualRequest, ...asked };
    return this.mutate("requestDataGrant", { input: "RequestDataGrantInput!" }, { input }, selection, { as });
  }

  step(
    step: "approve" | "refuse" | "revoke",
    number: string,
    as: Principal,
    { reason = "符合最小必要", at }: { reason?: string; at?: Date } = {},
  ): Promise<unknown> {
    return this.mutate(
      `${step}DataGrant`,
      { number: "String!", reason: "String!" },
      { number, reason },
      "{ number state }",
      { as, ...(at && { at }) },
    );
  }

  /** Approves less than was asked for. */
  narrow(
    number: string,
    narrowed: Readonly<Record<string, unknown>> | null,
    as: Principal,
    selection = "{ coordinates clear validFrom validUntil listMaximum asked { coordinates clear validFrom validUntil listMaximum } }",
  ): Promise<unknown> {
    return this.mutate(
      "approveDataGrant",
      { number: "String!", reason: "String!", narrowed: "NarrowedGrantInput" },
      { number, reason: "仅核查所需字段", narrowed },
      selection,
      { as },
    );
  }

  /** Asked for by whoever speaks for the consumer, approved by the owner; its number. */
  async granted(asked: Asked, by: Principal, owner: Principal): Promise<string> {
    const requested = (await this.request(asked, by)) as { number: string };
    await this.step("approve", requested.number, owner);
    return requested.number;
  }

  breakGlass(
    {
      owner = "public-security",
      coordinates = ["PoliceCall", "PoliceCall.callerName"],
      case: onCase = "430105-20260601-000001",
      reason = "报警人失联，需立即核实位置",
    }: { owner?: string; coordinates?: readonly string[]; case?: string; reason?: string },
    as: Principal,
    { at, selection = "{ number endsAt reviewDueAt }" }: { at?: Date; selection?: string } = {},
  ): Promise<unknown> {
    return this.mutate(
      "breakGlass",
      { owner: "String!", coordinates: "[String!]!", case: "String!", reason: "String!" },
      { owner, coordinates, case: onCase, reason },
      selection,
      { as, ...(at && { at }) },
    );
  }

  review(number: string, verdict: string, as: Principal, at?: Date): Promise<unknown> {
    return this.mutate(
      "reviewBreakGlass",
      { number: "String!", verdict: "ReviewVerdict!", reason: "String!" },
      { number, verdict, reason: "已核对报警记录" },
      "{ number verdict reviewOverdue }",
      { as, ...(at && { at }) },
    );
  }

  async book(after: number | null, asker: Asker = { as: kaifu.gateway }) {
    const { data, errors } = await this.#subgraph.ask<{ grantBook: Book | null }>(
      `query ($after: Int) { grantBook(after: $after) { version grants {
         number owner consumer posts coordinates purposes rows clear caseNumber validFrom validUntil listMaximum }
         caseAccessRules { number owner parts coordinates clear validFrom validUntil listMaximum }
         caseExclusions { owner caseNumber unit } } }`,
      { after },
      asker,
    );
    if (!data.grantBook) throw new Error(String(errors[0]?.code));
    return data.grantBook;
  }

  record(records: readonly Partial<RecordedAccess>[], as: Principal = kaifu.gateway): Promise<unknown> {
    return this.report(
      records.map((record) => reportOf({ ...usualAccess, ...record })),
      as,
    );
  }

  async report(report: readonly object[], as: Principal = kaifu.gateway): Promise<unknown> {
    const { data, errors } = await this.#subgraph.ask<{ recordAccesses: number } | null>(
      "mutation ($report: AccessReport!) { recordAccesses(report: $report) }",
      { report },
      { as },
    );
    return errors[0]?.code ?? data?.recordAccesses;
  }
}

export interface Book {
  readonly version: number;
  readonly grants: readonly Record<string, unknown>[] | null;
  readonly caseAccessRules: readonly Record<string, unknown>[] | null;
  readonly caseExclusions: readonly Record<string, unknown>[] | null;
}

/** An access as the gateway records it. */
export interface RecordedAccess {
  readonly district: string | null;
  readonly at: string;
  readonly personId: string;
  readonly post: string;
  readonly unit: string;
  readonly onBehalfOf: string | null;
  readonly onBehalfOfVouched: boolean;
  readonly operationName: string | null;
  readonly operationHash: string;
  readonly subgraph: string;
  readonly entityType: string;
  readonly entityKeys: string;
  readonly fields: readonly string[];
  readonly subjects: readonly string[];
  readonly basis: string | null;
  readonly caseNumber: string | null;
  readonly grantNumbers: readonly string[];
  readonly outcome: string;
  readonly rowsGiven: number;
}

export const usualAccess: RecordedAccess = {
  district: null,
  at: "2026-06-01T01:00:00.000Z",
  personId: "person-housing-1",
  post: Post.RESPONDER,
  unit: "430105-HOUSING",
  onBehalfOf: null,
  onBehalfOfVouched: false,
  operationName: "CaseLookUp",
  operationHash: "ab".repeat(32),
  subgraph: "civil-affairs",
  entityType: "AidRecipient",
  entityKeys: '["430105-AR-1"]',
  fields: ["AidRecipient.name"],
  subjects: [],
  basis: housingItem,
  caseNumber: "430105-20260601-000001",
  grantNumbers: ["430105-G-0900"],
  outcome: "MASKED",
  rowsGiven: 1,
};

/** One answer of one reading to one reader, as the gateway reports it. */
export function reportOf({
  at,
  personId,
  post,
  unit,
  onBehalfOf,
  onBehalfOfVouched,
  ...reading
}: RecordedAccess) {
  const reader = { at, personId, post, unit, onBehalfOf, onBehalfOfVouched };
  return { readers: [reader], readings: [reading] };
}
