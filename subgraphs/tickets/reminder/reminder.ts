import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export enum ReminderMoment {
  BEFORE = "BEFORE",
  LIMIT = "LIMIT",
}
registerEnumType(ReminderMoment, {
  name: "ReminderMoment",
  description: "When a clock is reminded of (提醒时点)",
  valuesConfig: {
    BEFORE: { description: "While there is time left: how much is the district's rule (到期前提醒)" },
    LIMIT: { description: "When it has run out (到期提醒)" },
  },
});

/** What the limit of a ticket is for, where a whistle's clock has its step. */
export const answerStep = "ANSWER";

/**
 * A reminder that falls due, or was given. The plan is the row; the alarm that rings for it bears its key. Each is
 * given once: in the transaction that says so.
 */
@Entity()
@ObjectType({ description: "A reminder that a limit comes up or is reached (定期提醒, ZY-17)" })
export class Reminder {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  /** Number of the whistle or ticket, or what a ticket's mediation is kept under. */
  @PrimaryColumn({ type: "text" })
  subject: string;

  @PrimaryColumn({ type: "text" })
  step: string;

  @PrimaryColumn({ type: "int" })
  ordinal: number;

  @Field(() => ReminderMoment, { description: "Before the limit or at it (提醒时点)" })
  @PrimaryColumn({ type: "text" })
  moment: ReminderMoment;

  @Field(() => Date, { description: "When it falls due (应提醒时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  at: Date;

  @Field(() => Date, {
    nullable: true,
    description: "When it was given, once; null while it has not fallen due (提醒时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  remindedAt: Date | null;

  @Column({ type: "text", array: true })
  reached: string[];
}

export type ReminderKey = Pick<Reminder, "subject" | "step" | "ordinal" | "moment">;

export const keyOf = ({ subject, step, ordinal, moment }: ReminderKey): string =>
  [subject, step, ordinal, moment].join("/");

export function readKey(key: string): ReminderKey {
  const [subject = "", step = "", ordinal, moment] = key.split("/");
  return { subject, step, ordinal: Number(ordinal), moment: moment as ReminderMoment };
}
