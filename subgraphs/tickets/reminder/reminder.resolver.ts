import { FieldResolver, Resolver, Root } from "type-graphql";
import { Unit } from "../references.ts";
import { Reminder } from "./reminder.ts";

@Resolver(() => Reminder)
export class ReminderResolver {
  @FieldResolver(() => [Unit], {
    nullable: true,
    description:
      "Units it went to; empty until it is given; null only when it cannot be looked up (提醒对象)",
  })
  to(@Root() { reached }: Reminder): Unit[] {
    return reached.map((code) => Object.assign(new Unit(), { code }));
  }
}
