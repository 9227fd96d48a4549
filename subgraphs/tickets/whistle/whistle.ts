import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../shared/connection.ts";
import type { Post } from "../../shared/principal.ts";
import { Key } from "../../shared/schema-directives.ts";
import { OfficialsOnly } from "../officials-only.ts";
import { CoordinationMode } from "./coordination/coordination-mode.ts";
import { WhistleState } from "./whistle-state.ts";

@Entity()
@ObjectType({
  description:
    "A formal call for joint action (哨). Residents see those behind their own tickets: number, kind, state and units; the rest is null for them, with the error WITHHELD",
})
@Key("number")
export class Whistle {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, {
    description: "Whistle number: district, W, day, running number, e.g. 430105-W-20190926-0001 (哨编号)",
  })
  @PrimaryColumn({ type: "text" })
  number: string;

  @Field(() => String, {
    description: "Kind by the district's profile, e.g. ROUTINE, EMERGENCY, TACKLING (哨种, KF-8 to KF-10)",
  })
  @Column({ type: "text" })
  kind: string;

  @Field(() => Int, { description: "Level of that kind: raised whistles go up one at a time (级别, PG-8)" })
  @Column({ type: "int" })
  level: number;

  @Field(() => Int, {
    description: "Version of the profile it was blown under and stays under (规则版本)",
  })
  @Column({ type: "int" })
  profileVersion: number;

  @Field(() => String, {
    nullable: true,
    description: "Theme; null where the district has none (主题, PG-10)",
  })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  theme: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Where the need came from, by the profile (哨源, PG-9)",
  })
  @OfficialsOnly()
  @Column({ type: "text" })
  source: string;

  @Field(() => CoordinationMode, {
    nullable: true,
    description:
      "Who leads whom; null where the centre or the district blew it and did not say (协同方式, PG-15)",
  })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  coordination: CoordinationMode | null;

  @Field(() => WhistleState, { description: "Where it stands (状态)" })
  @Column({ type: "text" })
  state: WhistleState;

  @Field(() => String, { nullable: true, description: "The post that blew it (吹哨岗位)" })
  @OfficialsOnly()
  @Column({ type: "text" })
  blowerPost: Post;

  @Column({ type: "text" })
  blowerUnitCode: string;

  @Column({ type: "text", nullable: true })
  matterCode: string | null;

  /** Kept for the evidence, not shown: a unit answers for its people. */
  @Column({ type: "text" })
  blowerId: string;

  @Column({ type: "text" })
  divisionCode: string;

  @Column({ type: "text", nullable: true })
  gridCode: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Said outright to have no grid yet: an error to clear (尚无网格, BJ-12)",
  })
  @OfficialsOnly()
  @Column({ type: "boolean" })
  noGridYet: boolean;

  @Column({ type: "text", nullable: true })
  estateCode: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What is asked of the called units, and why (吹哨事由)",
  })
  @OfficialsOnly()
  @Column({ type: "text" })
  demand: string;

  @Field(() => [String], {
    nullable: true,
    description:
      "Seats of the 1+4+N group that are called, by the profile; empty for other kinds (集结成员, PG-16)",
  })
  @OfficialsOnly()
  @Column({ type: "text", array: true })
  assembly: string[];

  @Field(() => Date, {
    description: "When it was written down: blown, or handed in for screening (建哨时间)",
  })
  @Column({ type: "timestamptz", precision: 3 })
  createdAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: "When it was blown and its clocks began; null while it waits for screening (吹哨时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  blownAt: Date | null;

  /** When the next of its clocks runs out; `neverDue` where none runs, for lists are ordered by it. */
  @Column({ type: "timestamptz", precision: 3 })
  dueAt: Date;

  @Field(() => Date, {
    nullable: true,
    description:
      "When the lead reported it resolved; null until then, and again when the blower sent it back (办结时间)",
  })
  @OfficialsOnly()
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  resolvedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: "When it was confirmed solved; null until then (确认时间)",
  })
  @OfficialsOnly()
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  confirmedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      "What was said on confirming, or on sending it back as unsolved; null without either (确认意见)",
  })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  confirmationNote: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the demanders accept it; null when they were not asked (真: 群众认可, PG-11)",
  })
  @OfficialsOnly()
  @Column({ type: "boolean", nullable: true })
  acceptedByDemander: boolean | null;

  @Field(() => Date, {
    nullable: true,
    description: "When every responding unit was graded; null until then (评价时间)",
  })
  @OfficialsOnly()
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  evaluatedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: "When it ended: closed, raised, withdrawn or ruled misuse; null while it has not (终结时间)",
  })
  @OfficialsOnly()
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  endedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it was withdrawn, raised, not let through or ruled misuse; null otherwise (终结理由)",
  })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  endReason: string | null;

  @Column({ type: "text", nullable: true })
  raisedFromNumber: string | null;

  @Column({ type: "text", nullable: true })
  raisingReason: string | null;

  @Column({ type: "text", nullable: true })
  raisingTried: string | null;

  @Column({ type: "int" })
  version: number;
}

export const WhistleConnection = connectionOf(Whistle, { counted: true });
