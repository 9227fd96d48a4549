import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { sealed } from "../../shared/asking.ts";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import type { EvaluationContext } from "../evaluation.context.ts";
import { Division, divisionOf, Ticket, ticketOf, Unit, unitOf, Whistle, whistleOf } from "../references.ts";
import { divisionOfEvidence } from "./accused.ts";
import {
  decideNegativeListEntry,
  proposeNegativeListEntry,
  statementDeadline,
  stateOnNegativeListEntry,
} from "./negative-list.lifecycle.ts";
import { NegativeListEntry, NegativeListEntryConnection, Offence } from "./negative-list-entry.ts";
import { NegativeListFilter } from "./negative-list-filter.ts";

@InputType({ description: "Whom an entry is proposed against, for what and on what evidence (负面清单提出)" })
class NegativeListProposalInput {
  @Field(() => Offence, { description: "The offence (情形)" })
  offence: Offence;

  @Field(() => String, { description: "Code of the unit it is held against (被列单位)" })
  respondent: string;

  @Field(() => String, { description: "What is held against it, at most 2,000 characters (事由)" })
  grounds: string;

  @Field(() => String, {
    nullable: true,
    description: "The whistle that proves it; needed for every offence but FAILURE_TO_WHISTLE (哨编号)",
  })
  whistle?: string;

  @Field(() => String, {
    nullable: true,
    description: "The ticket that proves it; needed for FAILURE_TO_WHISTLE (工单编号)",
  })
  ticket?: string;

  @Field(() => String, { description: idempotencyKeyDescription })
  idempotencyKey: string;
}

@InputType({ description: "How an entry is decided (负面清单认定)" })
class NegativeListDecisionInput {
  @Field(() => String, { description: "Entry number (条目编号)" })
  number: string;

  @Field(() => Boolean, { description: "Whether it stands (是否成立)" })
  upheld: boolean;

  @Field(() => String, { description: "Why, at most 2,000 characters (认定理由)" })
  grounds: string;

  @Field(() => String, {
    nullable: true,
    description: "What follows for the respondent; needed when upheld, absent otherwise (处理结果)",
  })
  consequence?: string;

  @Field(() => String, { description: idempotencyKeyDescription })
  idempotencyKey: string;
}

@Resolver(() => NegativeListEntry)
export class NegativeListResolver {
  @Query(() => NegativeListEntry, {
    nullable: true,
    description: "One entry by its number; null when there is none you may see (按编号查负面清单)",
  })
  negativeListEntry(
    @Arg("number", () => String, { description: "Entry number (条目编号)" }) number: string,
    @Ctx() { load }: EvaluationContext,
  ): Promise<NegativeListEntry | null> {
    return load.negativeListEntry.load(number);
  }

  @Query(() => NegativeListEntryConnection, {
    description: "Entries you may see, newest first (负面清单, KF-17)",
  })
  negativeListEntries(
    @Arg("filter", () => NegativeListFilter, { nullable: true, description: "Which; absent: all (筛选)" })
    filter: NegativeListFilter | undefined,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { negativeList }: EvaluationContext,
  ): Promise<Page<NegativeListEntry>> {
    return negativeList.search(filter ?? {}, args);
  }

  @Mutation(() => NegativeListEntry, {
    description: "An official proposes an entry against a unit of the district, on evidence (提出, KF-17)",
  })
  async proposeNegativeListEntry(
    @Arg("input", () => NegativeListProposalInput, { description: "The proposal (提出内容)" })
    input: NegativeListProposalInput,
    @Ctx() context: EvaluationContext,
  ): Promise<NegativeListEntry> {
    const actor = actorOf(context);
    const { offence, respondent, grounds, whistle, ticket } = input;
    const proposed = proposeNegativeListEntry({ offence, respondent, grounds, whistle, ticket }, actor);
    const division = await sealed(divisionOfEvidence(context.graph, { unit: respondent, whistle, ticket }));
    return context.negativeList.propose(input, actor, () => ({ ...proposed, division: division() }));
  }

  @Mutation(() => NegativeListEntry, {
    description: "The respondent states its case, as long as nothing is decided (陈述申辩, KF-17)",
  })
  stateOnNegativeListEntry(
    @Arg("number", () => String, { description: "Entry number (条目编号)" }) number: string,
    @Arg("statement", () => String, { description: "The statement, at most 2,000 characters (陈述)" })
    statement: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: EvaluationContext,
  ): Promise<NegativeListEntry> {
    const actor = actorOf(context);
    const input = { number, statement, idempotencyKey };
    return context.negativeList.change("stateOnNegativeListEntry", input, actor, (entry) =>
      stateOnNegativeListEntry(entry, statement, actor),
    );
  }

  @Mutation(() => NegativeListEntry, {
    description:
      "The performance office decides an entry, after the respondent's statement or the time for it (认定, KF-17)",
  })
  decideNegativeListEntry(
    @Arg("input", () => NegativeListDecisionInput, { description: "The decision (认定内容)" })
    input: NegativeListDecisionInput,
    @Ctx() context: EvaluationContext,
  ): Promise<NegativeListEntry> {
    const actor = actorOf(context);
    return context.negativeList.change("decideNegativeListEntry", input, actor, (entry) =>
      decideNegativeListEntry(entry, input, actor),
    );
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit it is held against; null only when it cannot be looked up (被列单位)",
  })
  respondent(@Root() { respondentUnitCode }: NegativeListEntry): Unit {
    return unitOf(respondentUnitCode);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit that proposed it; null: the system (提出单位)",
  })
  proposer(@Root() { proposerUnitCode }: NegativeListEntry): Unit | null {
    return proposerUnitCode ? unitOf(proposerUnitCode) : null;
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "Where the whistle or ticket belongs; null only when it cannot be looked up (区划)",
  })
  division(@Root() { divisionCode }: NegativeListEntry): Division {
    return divisionOf(divisionCode);
  }

  @FieldResolver(() => Whistle, {
    nullable: true,
    description: "The whistle that proves it; null when a ticket does (哨)",
  })
  whistle(@Root() { whistleNumber }: NegativeListEntry): Whistle | null {
    return whistleNumber ? whistleOf(whistleNumber) : null;
  }

  @FieldResolver(() => Ticket, {
    nullable: true,
    description: "The ticket that proves it; null when a whistle does (工单)",
  })
  ticket(@Root() { ticketNumber }: NegativeListEntry): Ticket | null {
    return ticketNumber ? ticketOf(ticketNumber) : null;
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description:
      "Until when it waits for the statement; null with CALENDAR_NOT_COVERED while the working days of that time are not known (陈述期限)",
  })
  statementDueAt(@Root() entry: NegativeListEntry): Date {
    return statementDeadline(entry);
  }
}

@Resolver(() => Unit)
export class UnitNegativeListResolver {
  @FieldResolver(() => NegativeListEntryConnection, {
    nullable: true,
    description:
      "Entries against it, newest first; those you may see; null only when not to be had just now (负面清单, KF-17)",
  })
  negativeListEntries(
    @Root() { code }: Unit,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: EvaluationContext,
  ): Promise<Page<NegativeListEntry>> {
    return load.negativeListOfUnit(code, args);
  }
}
