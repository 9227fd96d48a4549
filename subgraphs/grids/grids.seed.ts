import type { DataSource } from "typeorm";
import { Duty } from "./duty/duty.ts";
import { duties, dutyClasses } from "./duty/duty-catalogue.ts";
import { DutyClass } from "./duty/duty-class.ts";
import { MemberKind } from "./member/member-kind.ts";
import { memberKinds } from "./member/member-kinds.ts";

/** Kinds of member and the duty catalogue. What a district has changed or added stays as it is. */
export async function seedGrids({ manager }: DataSource): Promise<void> {
  const insert = <Row extends object>(entity: new () => Row, rows: readonly Row[]) =>
    manager
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values([...rows])
      .orIgnore()
      .execute();
  await insert(MemberKind, memberKinds);
  await insert(DutyClass, dutyClasses);
  await insert(Duty, duties);
}
