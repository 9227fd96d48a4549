import { GraphQLJSONObject } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, type EntityManager, PrimaryGeneratedColumn } from "typeorm";
import type { Principal } from "./principal.ts";
import type { LastChange } from "./refusal.ts";
import { Shareable } from "./schema-directives.ts";

/**
 * One state change. The log is append-only (the database refuses updates and deletes) and written in the same
 * transaction as the change, so it is both the trace a person reads (自动留痕, ZY-17) and the feed other subgraphs follow.
 */
@Entity()
@ObjectType({ description: "One state change, never altered or removed (留痕, ZY-17)" })
@Shareable()
export class LogEntry {
  @PrimaryGeneratedColumn({ type: "bigint" })
  sequence: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "Place in the subgraph's feed, gapless and rising; null until the feed has been read (在变更流中的位置)",
  })
  @Column({ type: "int", nullable: true })
  position: number | null;

  @Field(() => String, { description: "Number or code of what changed, e.g. a ticket number (对象编号)" })
  @Column({ type: "text" })
  subject: string;

  @Field(() => String, { description: "What happened, e.g. `TICKET_SIGNED` (事件类型)" })
  @Column({ type: "text" })
  kind: string;

  @Field(() => Date, { description: "When it happened (发生时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  at: Date;

  @Field(() => String, { description: "The post that acted (操作岗位)" })
  @Column({ type: "text" })
  actorPost: string;

  @Field(() => String, { description: "Code of the unit that acted (操作单位)" })
  @Column({ type: "text" })
  actorUnit: string;

  /** Who acted; kept for the evidence, not shown: a unit answers for its people. */
  @Column({ type: "text" })
  actorId: string;

  @Field(() => GraphQLJSONObject, {
    description: "What was decided, by kind; never personal data (变更内容)",
  })
  @Column({ type: "jsonb" })
  payload: Record<string, unknown>;
}

export interface Change {
  readonly subject: string;
  readonly kind: string;
  readonly payload?: Record<string, unknown>;
}

/** What was last done with a subject. Who did it stays with their unit. */
export async function lastChangeOf(transaction: EntityManager, subject: string): Promise<LastChange | null> {
  const last = await transaction.findOne(LogEntry, { where: { subject }, order: { sequence: "DESC" } });
  return last && { kind: last.kind, post: last.actorPost, unit: last.actorUnit, at: last.at.toISOString() };
}

/** Writes the change into the log, inside the transaction that makes it. Returns the entry's sequence. */
export async function record(
  transaction: EntityManager,
  { principal, at }: { principal: Principal; at: Date },
  { subject, kind, payload = {} }: Change,
): Promise<void> {
  await transaction.insert(LogEntry, {
    subject,
    kind,
    at,
    actorId: principal.id,
    actorPost: principal.post,
    actorUnit: principal.unit,
    payload: payload as never,
  });
}
