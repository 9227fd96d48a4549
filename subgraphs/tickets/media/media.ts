import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Key } from "../../shared/schema-directives.ts";
import { MediaKind } from "./media-kind.ts";

@Entity()
@ObjectType({
  description:
    "A photo or recording that came with a demand (照片、语音, ZY-9), without what the device wrote into it: position, owner, time.",
})
@Key("id")
export class Media {
  @Field(() => ID, { description: "Its id (编号)" })
  @PrimaryColumn({ type: "uuid" })
  id: string;

  /** Who sent it: nobody else can claim it. */
  @Column({ type: "text" })
  personId: string;

  @Column({ type: "timestamptz", precision: 3 })
  uploadedAt: Date;

  @Field(() => MediaKind, { description: "Kind (类型)" })
  @Column({ type: "text", nullable: true })
  kind: MediaKind;

  @Field(() => String, { description: "Its MIME type, as its bytes tell it (媒体格式)" })
  @Column({ type: "text", nullable: true })
  contentType: string;

  @Field(() => Int, { description: "Its size in bytes (字节数)" })
  @Column({ type: "integer", nullable: true })
  bytes: number;

  /** SHA-256 of its bytes: by it the same photo sent twice is known. */
  @Column({ type: "text", nullable: true })
  digest: string;

  @Column({ type: "text", nullable: true })
  districtCode: string | null;

  /** Null until a demand claims it, which all that are shown have. */
  @Column({ type: "text", nullable: true })
  demandNumber: string;

  /** Its place among those of the demand. */
  @Column({ type: "smallint", nullable: true })
  place: number;
}
