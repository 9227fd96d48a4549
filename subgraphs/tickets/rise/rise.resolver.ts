import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { ClassProblem } from "../class-problem/class-problem.ts";
import { HotClass } from "../hot-class/hot-class.ts";
import { OfficialsOnly } from "../officials-only.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { Rise, RiseSpan } from "./rise.ts";

const SpanArg = () =>
  Arg("span", () => RiseSpan, { defaultValue: RiseSpan.DAY, description: "Which span (时段)" });

@Resolver(() => HotClass)
export class HotClassRiseResolver {
  @FieldResolver(() => Rise, {
    description: "Whether more ask for it than before (诉求升降, ZY-21)",
  })
  async rise(
    @Root() { number }: HotClass,
    @SpanArg() span: RiseSpan,
    @Ctx() { load }: TicketsContext,
  ): Promise<Rise> {
    return (await load.risesOfHotClass.load(number))[span];
  }
}

@Resolver(() => ClassProblem)
export class ClassProblemRiseResolver {
  @FieldResolver(() => Rise, {
    nullable: true,
    description: "Whether more ask for it than before; withheld from residents (诉求升降, ZY-21)",
  })
  @OfficialsOnly()
  async rise(
    @Root() { number }: ClassProblem,
    @SpanArg() span: RiseSpan,
    @Ctx() { load }: TicketsContext,
  ): Promise<Rise> {
    return (await load.risesOfClassProblem.load(number))[span];
  }
}

@Resolver(() => Rise)
export class RiseResolver {
  @FieldResolver(() => Int, {
    description:
      "How many tickets they asked in lately, as far as you may see them: `tickets` with `hotClass` or `classProblem`, `receivedFrom: latelyFrom` and `receivedBefore: until`; who asked twice has two (近期工单数)",
  })
  async latelyTickets(
    @Root() { rising, number, span }: Rise,
    @Ctx() { load }: TicketsContext,
  ): Promise<number> {
    return (await load.risenTickets[rising].load(number))[span].lately;
  }

  @FieldResolver(() => Int, {
    description:
      "The same of the span before: `receivedFrom: beforeFrom` and `receivedBefore: latelyFrom` (此前工单数)",
  })
  async beforeTickets(
    @Root() { rising, number, span }: Rise,
    @Ctx() { load }: TicketsContext,
  ): Promise<number> {
    return (await load.risenTickets[rising].load(number))[span].before;
  }
}
