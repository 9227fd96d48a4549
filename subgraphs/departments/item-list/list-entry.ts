import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../shared/connection.ts";
import { Public } from "../../shared/schema-directives.ts";

@Entity()
@ObjectType({
  description: "An item on a list, from the batch that added it to the one that removed it (清单条目)",
})
@Public()
export class ListEntry {
  @PrimaryColumn({ type: "text" })
  listId: string;

  @PrimaryColumn({ type: "text" })
  itemCode: string;

  @Field(() => Int, { description: "The batch that added it (列入批次)" })
  @PrimaryColumn({ type: "int" })
  addedIn: number;

  /** The batch that removed it, perhaps still a draft: seen through the batch, by whom the batch may be seen. */
  @Column({ type: "int", nullable: true })
  removedIn: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Group within the list, e.g. 民主决策; null where the list has no groups (分组, PG-6)",
  })
  @Column({ type: "text", nullable: true })
  groupName: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Number of the grant it was listed by; null for the holder's own (赋权编号, GZ-5)",
  })
  @Column({ type: "text", nullable: true })
  grantNumber: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Number of the hand-down it was listed by; null for the holder's own (下沉审核编号, GZ-9)",
  })
  @Column({ type: "text", nullable: true })
  handDownNumber: string | null;
}

export const ListEntryConnection = connectionOf(ListEntry, { public: true });
