import { type EntityManager, In } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { type Order, type Page, type PageArgs, page } from "../../shared/connection.ts";
import { inForce } from "../household/household.sight.ts";
import { GridAssignment } from "./grid-assignment.ts";
import { GridMember } from "./grid-member.ts";
import { MemberDuty } from "./member-duty.ts";
import { MemberKind } from "./member-kind.ts";

export interface MemberSearch {
  readonly within: string;
  readonly kind?: string;
}

const byId: Order<GridMember> = { name: "member:id", direction: "ASC", columns: ["id"] };

/** Every query on the grid members. Their cards are public by rule (ZY-10): no principal restricts them. */
export class GridMemberStore {
  readonly #manager: EntityManager;
  readonly #today: Day;

  constructor(manager: EntityManager, today: Day) {
    this.#manager = manager;
    this.#today = today;
  }

  byIds(ids: readonly string[]): Promise<GridMember[]> {
    return this.#manager.findBy(GridMember, { id: In([...ids]) });
  }

  within({ within, kind }: MemberSearch, args: PageArgs): Promise<Page<GridMember>> {
    const query = this.#manager
      .createQueryBuilder(GridMember, "member")
      .where("member.divisionCode LIKE :within", { within: `${within}%` });
    if (kind) query.andWhere({ kindCode: kind });
    return page(query, byId, args);
  }

  kinds(codes: readonly string[]): Promise<MemberKind[]> {
    return this.#manager.findBy(MemberKind, { code: In([...codes]) });
  }

  /** Who serves the grids today. */
  assignmentsOfGrids(grids: readonly string[]): Promise<GridAssignment[]> {
    return this.#manager
      .createQueryBuilder(GridAssignment, "assignment")
      .where({ gridCode: In([...grids]) })
      .andWhere(inForce("assignment", ":today"), { today: this.#today })
      .orderBy("assignment.memberId")
      .getMany();
  }

  /** Past, present and coming. */
  assignmentsOfMembers(members: readonly string[]): Promise<GridAssignment[]> {
    return this.#manager.find(GridAssignment, {
      where: { memberId: In([...members]) },
      order: { validFrom: "ASC", id: "ASC" },
    });
  }

  /** Codes of the grids that a person who signs in as this serves today. */
  async servedBy(person: string): Promise<string[]> {
    const served: { code: string }[] = await this.#manager
      .createQueryBuilder(GridAssignment, "assignment")
      .select("DISTINCT assignment.gridCode", "code")
      .innerJoin(GridMember, "member", "member.id = assignment.memberId")
      .where("member.personId = :person", { person })
      .andWhere(inForce("assignment", ":today"), { today: this.#today })
      .orderBy("code")
      .getRawMany();
    return served.map(({ code }) => code);
  }

  duties(members: readonly string[]): Promise<MemberDuty[]> {
    return this.#manager.find(MemberDuty, {
      where: { memberId: In([...members]) },
      order: { dutyCode: "ASC" },
    });
  }
}
