import { type EntityManager, In, IsNull, LessThanOrEqual, MoreThan } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { TeamMember } from "./team-member.ts";

/** Every query on team members. They are public: no principal restricts them. */
export class TeamMemberStore {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  ofTeams(teams: readonly string[], on: Day): Promise<TeamMember[]> {
    const begun = { teamCode: In([...teams]), validFrom: LessThanOrEqual(on) };
    return this.#manager.find(TeamMember, {
      where: [
        { ...begun, validUntil: IsNull() },
        { ...begun, validUntil: MoreThan(on) },
      ],
      order: { homeUnitCode: "ASC", personId: "ASC" },
    });
  }
}
