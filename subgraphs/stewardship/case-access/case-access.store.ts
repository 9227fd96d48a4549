import type { CasePart } from "../../shared/case-part.ts";
import type { GraphClient } from "../../shared/graph-client.ts";
import { districtOf, type Principal } from "../../shared/principal.ts";
import { bodiesOf, isParty } from "../visibility.ts";
import { CaseAccess } from "./case-access.ts";
import type { CaseAccessRuleStore } from "./case-access-rule.store.ts";
import type { CaseExclusionStore } from "./case-exclusion.store.ts";

const question = `query CaseBodies($tickets: [String!]!) {
  caseBodies(tickets: $tickets) { ticketNumber tickets unitCode part }
}`;

/** A body that works on an open case in one part, as the command centre knows it. */
interface CaseBody {
  readonly ticketNumber: string;
  /** That ticket and those merged into it. */
  readonly tickets: readonly string[];
  readonly unitCode: string;
  readonly part: CasePart;
}

/** Who has access by cases right now: told to the owner, to the body itself, and to the data bureau. */
export class CaseAccessStore {
  readonly #graph: GraphClient;
  readonly #principal: Principal | null;
  readonly #rules: CaseAccessRuleStore;
  readonly #exclusions: CaseExclusionStore;

  constructor(
    graph: GraphClient,
    principal: Principal | null,
    rules: CaseAccessRuleStore,
    exclusions: CaseExclusionStore,
  ) {
    this.#graph = graph;
    this.#principal = principal;
    this.#rules = rules;
    this.#exclusions = exclusions;
  }

  /** By the number of the case. Rejects where the command centre cannot be asked. */
  async ofCases(numbers: readonly string[]): Promise<Map<string, CaseAccess[]>> {
    const rules = await this.#rules.inForce();
    if (rules.length === 0) return new Map();
    const { caseBodies } = await this.#graph<{ caseBodies: readonly CaseBody[] }>(question, {
      tickets: numbers,
    });
    const exclusions = await this.#exclusions.ofCases(caseBodies.flatMap(({ tickets }) => tickets));
    const byCase = new Map<string, CaseAccess[]>();
    for (const [key, parts] of partsByBody(caseBodies)) {
      const [{ ticketNumber, tickets, unitCode }] = parts;
      const held = parts.map(({ part }) => part);
      const accesses = rules
        .filter(
          ({ districtCode, ownerUnit, parts: opened }) =>
            districtCode === districtOf(key) &&
            held.some((part) => opened.includes(part)) &&
            !bodiesOf(unitCode).includes(ownerUnit) &&
            isParty(this.#principal, [ownerUnit, unitCode]),
        )
        .map((rule) =>
          Object.assign(new CaseAccess(), {
            rule,
            unitCode,
            parts: held,
            exclusion:
              exclusions.find(
                (each) =>
                  each.owner === rule.owner &&
                  tickets.includes(each.caseNumber) &&
                  bodiesOf(unitCode).includes(each.unit),
              ) ?? null,
          }),
        );
      byCase.set(ticketNumber, [...(byCase.get(ticketNumber) ?? []), ...accesses]);
    }
    return byCase;
  }
}

/** By case and unit. */
function partsByBody(bodies: readonly CaseBody[]): Map<string, [CaseBody, ...CaseBody[]]> {
  const byBody = new Map<string, [CaseBody, ...CaseBody[]]>();
  for (const body of bodies) {
    const key = `${body.ticketNumber} ${body.unitCode}`;
    const known = byBody.get(key);
    if (known) known.push(body);
    else byBody.set(key, [body]);
  }
  return byBody;
}
