import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { Public } from "../../shared/schema-directives.ts";

export enum CommitteeOffice {
  CHAIR = "CHAIR",
  VICE_CHAIR = "VICE_CHAIR",
  MEMBER = "MEMBER",
}
registerEnumType(CommitteeOffice, {
  name: "CommitteeOffice",
  description: "Offices of a residents' committee (居民委员会职务)",
  valuesConfig: {
    CHAIR: { description: "Chair (主任)" },
    VICE_CHAIR: { description: "Vice-chair (副主任)" },
    MEMBER: { description: "Member (委员)" },
  },
});

@Entity()
@ObjectType({
  description:
    "Who holds an office in a residents' committee; elected, and published with the result (居民委员会成员)",
})
@Public()
export class CommitteeMember {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  communityCode: string;

  @PrimaryColumn({ type: "date" })
  electedOn: Day;

  /** Chair first, then as the result was published. */
  @PrimaryColumn({ type: "int" })
  rank: number;

  @Field(() => String, { description: "Name, as the result was published (姓名)" })
  @Column({ type: "text" })
  name: string;

  @Field(() => CommitteeOffice, { description: "Office (职务)" })
  @Column({ type: "text" })
  office: CommitteeOffice;
}
