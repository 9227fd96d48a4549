import { type EntityManager, In } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { countedPage, type Order, type Page, type PageArgs } from "../../shared/connection.ts";
import { type LookedUpIn, lookUp, lookUpEach } from "../../shared/look-up.ts";
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

const byIds = lookUp(GridMember, "member", (query) => query.where("member.id = ANY(:ids)"));

const byPeople = lookUp(GridMember, "member", (query) => query.where("member.personId = ANY(:people)"));

/** Members by their services under a parent, of those in force today. */
const serving = (services: string) =>
  lookUpEach(GridMember, "member", (query) =>
    query
      .where(
        `member.id = ANY (ARRAY(
           SELECT assignment.member_id FROM ${services} AND ${inForce("assignment", ":today")}))`,
      )
      .orderBy("member.id"),
  );

const ofGrids = serving("grid_assignment assignment WHERE assignment.grid_code = parent.key");
const ofBuildings = serving(`building
  JOIN grid_assignment assignment ON assignment.grid_code = building.grid_code
  WHERE building.code = parent.key
    AND (assignment.building_code IS NULL OR assignment.building_code = building.code)`);

/** Every query on the grid members. Their cards are public by rule (ZY-10): no principal restricts them. */
export class GridMemberStore {
  readonly #manager: EntityManager;
  readonly #today: Day;
  readonly #from: LookedUpIn;

  constructor(manager: EntityManager, today: Day, columns?: ColumnsRead) {
    this.#manager = manager;
    this.#today = today;
    this.#from = { manager, columns };
  }

  byIds(ids: readonly string[]): Promise<GridMember[]> {
    return byIds(this.#from, { ids });
  }

  /** By who they are when signed in. */
  byPeople(people: readonly string[]): Promise<GridMember[]> {
    return byPeople(this.#from, { people });
  }

  within({ within, kind }: MemberSearch, args: PageArgs): Promise<Page<GridMember>> {
    const query = this.#manager
      .createQueryBuilder(GridMember, "member")
      .where("member.divisionCode LIKE :within", { within: `${within}%` });
    if (kind) query.andWhere({ kindCode: kind });
    return countedPage(query, byId, args);
  }

  kinds(codes: readonly string[]): Promise<MemberKind[]> {
    return this.#manager.findBy(MemberKind, { code: In([...codes]) });
  }

  /** Who serves each grid today. */
  ofGrids(grids: readonly string[]): Promise<Map<string, GridMember[]>> {
    return ofGrids(this.#from, grids, { today: this.#today });
  }

  /** Who serves each building today: its grid's members, and of building heads its own. */
  ofBuildings(buildings: readonly string[]): Promise<Map<string, GridMember[]>> {
    return ofBuildings(this.#from, buildings, { today: this.#today });
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
