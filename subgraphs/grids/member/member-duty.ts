import { Entity, PrimaryColumn } from "typeorm";

/** Which duties of the catalogue a member carries (ZY-5). */
@Entity()
export class MemberDuty {
  @PrimaryColumn({ type: "text" })
  memberId: string;

  @PrimaryColumn({ type: "text" })
  dutyCode: string;
}
