import { type EntityManager, IsNull, type SelectQueryBuilder } from "typeorm";
import { addCalendarDays, type Day, startOfDay } from "../../shared/calendar.ts";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import {
  type Order,
  type Page,
  type PageArgs,
  page,
  pageEach,
  pageOfSorted,
} from "../../shared/connection.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { personSubject } from "../../shared/subject.ts";
import { everyDistrict } from "../every-district.ts";
import { refuse } from "../stewardship.errors.ts";
import { onlyForOwners } from "../visibility.ts";
import type { AccessTotal, UnusualAccess } from "./access-figures.ts";
import { AccessRecord } from "./access-record.ts";
import type { AccessGrouping } from "./access-record-enums.ts";
import type { AccessPeriodInput, AccessRecordFilter } from "./access-record-input.ts";
import type { DisclosureDelay } from "./disclosure-delay.ts";

const latestFirst: Order<AccessRecord> = {
  name: "access-record:at",
  direction: "DESC",
  columns: ["at", "subgraph", "sequence"],
};

const mostFirst: Order<UnusualAccess> = {
  name: "unusual-access:count",
  direction: "DESC",
  columns: ["count", "since", "personId", "unit", "subgraph", "kind"],
};

/** Figures are of so many days at most, and of so many lines. */
const mostDays = 366;
const mostLines = 500;

/** So many records of one chain, from the one behind `after` on. */
export interface ChainPortion {
  readonly district: string;
  readonly subgraph: string;
  readonly after: number;
  readonly first: number;
}

const groupings: Readonly<Record<AccessGrouping, { key: string; from: string; order: string }>> = {
  DAY: { key: "to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')", from: "", order: "key" },
  CONSUMER: { key: "unit", from: "", order: "accesses DESC, key" },
  FIELD: { key: "field", from: "CROSS JOIN LATERAL unnest(fields) AS field", order: "accesses DESC, key" },
  BASIS: { key: "coalesce(basis, '')", from: "", order: "accesses DESC, key" },
};

/** Every reading of access records: owners' stewards theirs, the data bureau its district's, residents those about them. */
export class AccessRecordStore {
  readonly #manager: EntityManager;
  readonly #principal: Principal | null;
  readonly #columns: ColumnsRead | undefined;

  constructor(manager: EntityManager, principal: Principal | null, columns?: ColumnsRead) {
    this.#manager = manager;
    this.#principal = principal;
    this.#columns = columns;
  }

  search(filter: AccessRecordFilter, args: PageArgs): Promise<Page<AccessRecord>> {
    const query = this.#owned();
    if (filter.subgraph) query.andWhere({ subgraph: filter.subgraph });
    if (filter.field) query.andWhere(":field = ANY(record.fields)", { field: filter.field });
    if (filter.consumer) query.andWhere({ unit: filter.consumer });
    if (filter.person) query.andWhere({ personId: filter.person });
    if (filter.post) query.andWhere({ post: filter.post });
    if (filter.basis === "") query.andWhere({ basis: IsNull() });
    else if (filter.basis) query.andWhere({ basis: filter.basis });
    if (filter.case) query.andWhere({ caseNumber: filter.case });
    if (filter.subject) {
      query.andWhere("record.subjects <> '{}' AND record.subjects && ARRAY[:subject]", {
        subject: filter.subject,
      });
    }
    if (filter.outcome) query.andWhere({ outcome: filter.outcome });
    if (filter.from) query.andWhere("record.at >= :from", { from: filter.from });
    if (filter.until) query.andWhere("record.at < :until", { until: filter.until });
    return page(query, latestFirst, args, this.#columns);
  }

  /** The records of one chain in the order they were sealed in, behind a place. */
  ofChain({ district, subgraph, after, first }: ChainPortion): Promise<AccessRecord[]> {
    return this.#owned()
      .andWhere("record.districtCode = :chainDistrict AND record.subgraph = :chainSubgraph", {
        chainDistrict: district,
        chainSubgraph: subgraph,
      })
      .andWhere("record.sequence > :after", { after })
      .orderBy("record.sequence")
      .limit(first)
      .getMany();
  }

  totals(by: AccessGrouping, period: AccessPeriodInput): Promise<AccessTotal[]> {
    const [records, values] = this.#recordsOf(period, [
      "at",
      "unit",
      "fields",
      "basis",
      "outcome",
      "personId",
      "rowsGiven",
    ]);
    const { key, from, order } = groupings[by];
    return this.#manager.query(
      `SELECT ${key} AS key, count(*)::int AS accesses, (count(*) FILTER (WHERE outcome = 'WITHHELD'))::int AS withheld,
              count(DISTINCT "personId")::int AS people, sum("rowsGiven")::int AS "rowsGiven"
       FROM (${records}) AS record ${from}
       GROUP BY 1 ORDER BY ${order} LIMIT ${mostLines}`,
      values,
    );
  }

  /** What the rules find unusual, the most first. A district's own rule takes the place of the usual one. */
  async unusual(period: AccessPeriodInput, args: PageArgs): Promise<Page<UnusualAccess>> {
    const [records, values] = this.#recordsOf(period, [
      "districtCode",
      "subgraph",
      "at",
      "unit",
      "outcome",
      "personId",
      "entityType",
      "entityKeys",
      "caseNumber",
      "grantNumbers",
    ]);
    const found: UnusualAccess[] = await this.#manager.query(
      `WITH record AS MATERIALIZED (${records}),
       bulk AS (
         SELECT 'BULK_READING' AS kind, "districtCode", subgraph, "personId", unit,
                date_trunc('hour', at, 'Asia/Shanghai') AS since,
                count(DISTINCT ("entityType", entity.key::text))::int AS count
         FROM record CROSS JOIN LATERAL json_array_elements("entityKeys"::json) AS entity(key)
         WHERE outcome IN ('GIVEN', 'MASKED')
         GROUP BY 2, 3, 4, 5, 6
       ),
       without_case AS (
         SELECT 'NO_OPEN_CASE' AS kind, "districtCode", subgraph, "personId", unit,
                date_trunc('day', at, 'Asia/Shanghai') AS since, count(*)::int AS count
         FROM record
         WHERE outcome IN ('GIVEN', 'MASKED') AND "grantNumbers" <> '{}' AND "caseNumber" IS NULL
           AND NOT EXISTS (SELECT FROM unnest("grantNumbers") AS read_by(number)
                           JOIN data_grant ON data_grant.district_code = left(read_by.number, 6)
                             AND data_grant.number = read_by.number
                           WHERE data_grant.rows = 'OWN_GRIDS')
         GROUP BY 2, 3, 4, 5, 6
       )
       SELECT found.kind, found.subgraph, found."personId", found.unit, found.since, found.count, rule.threshold
       FROM (SELECT * FROM bulk UNION ALL SELECT * FROM without_case) AS found
       CROSS JOIN LATERAL (
         SELECT threshold FROM unusual_access_rule
         WHERE unusual_access_rule.kind = found.kind AND unusual_access_rule.subgraph = found.subgraph
           AND district_code IN (found."districtCode", '${everyDistrict}')
         ORDER BY district_code = '${everyDistrict}' LIMIT 1
       ) AS rule
       WHERE found.count > rule.threshold
       ORDER BY found.count DESC, found.since DESC, found."personId" COLLATE "C" DESC, found.unit COLLATE "C" DESC,
                found.subgraph COLLATE "C" DESC, found.kind DESC`,
      values,
    );
    return pageOfSorted(found, mostFirst, args);
  }

  /**
   * What others looked up about residents, each known to be the caller by the grids subgraph. What public security holds
   * back for now is left out: whole cases, all that was read in its own subgraph, or single records.
   */
  aboutResidents(
    residents: readonly string[],
    delays: readonly DisclosureDelay[],
    args: PageArgs,
  ): Promise<Map<string, Page<AccessRecord>>> {
    const query = this.#manager.createQueryBuilder(AccessRecord, "record");
    if (this.#principal?.post !== Post.RESIDENT) query.where("false");
    else query.where("record.personId <> :self", { self: this.#principal.id });
    query
      // Rows that name the caller and no resident count where the resident lives: what is held back there stays so.
      .andWhere("record.subjects && ARRAY[parent.key, :own]", {
        own: personSubject(this.#principal?.id ?? ""),
      })
      .andWhere("(parent.key = ANY(record.subjects) OR record.districtCode = left(parent.key, 6))")
      .andWhere("record.subjects <> '{}'")
      .andWhere(
        `NOT EXISTS (
           SELECT FROM unnest(:delayed::text[], :delayedCases::text[]) AS delay(resident, case_number)
           WHERE delay.resident = parent.key
             AND (record.caseNumber = delay.case_number
                  OR delay.case_number IS NULL AND record.subgraph = 'public-security'))`,
        {
          delayed: delays.map(({ resident }) => resident),
          delayedCases: delays.map(({ caseNumber }) => caseNumber),
        },
      );
    query.andWhere(
      "concat_ws('/', record.district_code, record.subgraph, record.sequence) <> ALL(:delayedRecords)",
      { delayedRecords: delays.flatMap(({ accessRecord }) => accessRecord ?? []) },
    );
    return pageEach(residents, query, latestFirst, args);
  }

  /**
   * What others looked up about somebody whom their token alone names, outside the districts that have them on record as a
   * resident: there `aboutResidents` tells them, and holds back what is held back from that resident.
   */
  aboutPerson(
    districts: readonly string[],
    delays: readonly DisclosureDelay[],
    args: PageArgs,
  ): Promise<Page<AccessRecord>> {
    const query = this.#manager.createQueryBuilder(AccessRecord, "record");
    if (this.#principal?.post !== Post.RESIDENT) query.where("false");
    else {
      query
        .where("record.personId <> :self", { self: this.#principal.id })
        .andWhere("record.subjects && ARRAY[:own]", { own: personSubject(this.#principal.id) });
    }
    query
      .andWhere("record.districtCode <> ALL(:districts)", { districts: [...districts, everyDistrict] })
      .andWhere(
        "concat_ws('/', record.district_code, record.subgraph, record.sequence) <> ALL(:delayedRecords)",
        {
          delayedRecords: delays.flatMap(({ accessRecord }) => accessRecord ?? []),
        },
      );
    return page(query, latestFirst, args);
  }

  /** The owner's records of a period, as a statement of their columns under the names of their properties. */
  #recordsOf(
    { subgraph, from, until }: AccessPeriodInput,
    columns: readonly (keyof AccessRecord & string)[],
  ): [string, unknown[]] {
    requirePeriod(from, until);
    const query = this.#owned()
      .andWhere("record.at >= :from AND record.at < :until", {
        from: startOfDay(from),
        until: startOfDay(until),
      })
      .select([]);
    if (subgraph) query.andWhere({ subgraph });
    for (const column of columns) query.addSelect(`record.${column}`, column);
    return query.getQueryAndParameters() as [string, unknown[]];
  }

  #owned(): SelectQueryBuilder<AccessRecord> {
    const query = this.#manager.createQueryBuilder(AccessRecord, "record");
    return onlyForOwners(query, this.#principal, "record.subgraph");
  }
}

function requirePeriod(from: Day, until: Day): void {
  if (from < until && until <= addCalendarDays(from, mostDays)) return;
  throw refuse("PERIOD_TOO_LONG", { from, until, maximum: mostDays });
}
