import { Field, Int, ObjectType } from "type-graphql";

@ObjectType({
  description:
    "What a unit has on the open ledger: answered, unsolved, followed up until it is solved (挂账台账, ZY-18)",
})
export class LedgerAccount {
  unitCode: string | null;

  @Field(() => Int, { description: "Tickets on it (挂账数)" })
  tickets: number;

  @Field(() => Int, { description: "Of these on it for more than 30 days (超过 30 天)" })
  over30Days: number;

  @Field(() => Int, { description: "Of these on it for more than 90 days (超过 90 天)" })
  over90Days: number;

  @Field(() => Int, { description: "Of these pressed since they came on it (已督办)" })
  supervised: number;

  @Field(() => Date, { description: "Since when the oldest is on it (最早挂账时间)" })
  oldestSince: Date;
}
