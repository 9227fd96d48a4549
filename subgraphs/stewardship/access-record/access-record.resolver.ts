import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { connectionOf, type Page, PageArgs } from "../../shared/connection.ts";
import { ListSize } from "../../shared/schema-directives.ts";
import { OfficeHolder, officeHolderOf } from "../references.ts";
import { requireGateway } from "../require-gateway.ts";
import type { StewardshipContext } from "../stewardship.context.ts";
import { AccessTotal, UnusualAccess } from "./access-figures.ts";
import { AccessRecord } from "./access-record.ts";
import { AccessGrouping } from "./access-record-enums.ts";
import { AccessPeriodInput, AccessRecordFilter } from "./access-record-input.ts";
import { AccessReport, type Reported } from "./reported-access.ts";

const AccessRecordConnection = connectionOf(AccessRecord);
const UnusualAccessConnection = connectionOf(UnusualAccess);

const readerDescription =
  "Who read, with the name on the unit's public notice where it has one; null only when it cannot be looked up (查阅人)";
const periodDescription = "Of which accesses (统计范围)";

@Resolver(() => AccessRecord)
export class AccessRecordResolver {
  @Query(() => AccessRecordConnection, {
    description:
      "Who read an owner's data, latest first: for the owner's data steward and principal officer, and for the data bureau's of the whole district (查找访问记录)",
  })
  accessRecords(
    @Arg("filter", () => AccessRecordFilter, { description: "Which (筛选条件)" }) filter: AccessRecordFilter,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { accessRecords }: StewardshipContext,
  ): Promise<Page<AccessRecord>> {
    return accessRecords.search(filter, args);
  }

  @Query(() => [AccessTotal], {
    description:
      "Accesses to an owner's data added up: days in order, units and fields by number, 500 at most; for those who may see the records (访问统计)",
  })
  @ListSize(500)
  accessTotals(
    @Arg("by", () => AccessGrouping, { description: "By what (统计维度)" }) by: AccessGrouping,
    @Arg("period", () => AccessPeriodInput, { description: periodDescription }) period: AccessPeriodInput,
    @Ctx() { accessRecords }: StewardshipContext,
  ): Promise<AccessTotal[]> {
    return accessRecords.totals(by, period);
  }

  @Query(() => UnusualAccessConnection, {
    description:
      "Reading of an owner's data that the rules find unusual, the most first; for those who may see the records (异常访问)",
  })
  unusualAccess(
    @Arg("period", () => AccessPeriodInput, { description: periodDescription }) period: AccessPeriodInput,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { accessRecords }: StewardshipContext,
  ): Promise<Page<UnusualAccess>> {
    return accessRecords.unusual(period, args);
  }

  @Mutation(() => Int, {
    description:
      "Puts accesses on record, all or none, and answers how many when they are there to stay; for the gateway (登记访问记录)",
  })
  recordAccesses(
    @Arg("report", () => AccessReport, { description: "What was given, and to whom (访问情况)" })
    report: readonly Reported[],
    @Ctx() context: StewardshipContext,
  ): Promise<number> {
    requireGateway(context);
    return context.accessLog.append(report);
  }

  @FieldResolver(() => OfficeHolder, { nullable: true, description: readerDescription })
  reader(@Root() record: AccessRecord): OfficeHolder {
    return officeHolderOf(record);
  }
}

@Resolver(() => UnusualAccess)
export class UnusualAccessResolver {
  @FieldResolver(() => OfficeHolder, { nullable: true, description: readerDescription })
  reader(@Root() unusual: UnusualAccess): OfficeHolder {
    return officeHolderOf(unusual);
  }
}
