import { CoordinatorClass, type MemberKind, VisitorForce } from "./member-kind.ts";

const kind = (
  code: string,
  nameZh: string,
  name: string,
  force: VisitorForce,
  source: string,
  coordinatorClass: CoordinatorClass | null = null,
): MemberKind => ({ code, nameZh, name, force, source, coordinatorClass, publicWelfare: null });

/**
 * The kinds the source texts name. Of Beijing's 49 kinds of coordinator they name none but KF's three, and of no kind
 * do they say whether it is one of the 19 public-welfare kinds (BJ-9): districts add theirs as rows.
 */
export const memberKinds: readonly MemberKind[] = [
  kind("HOUSEHOLD_LINKED", "联户党员", "Household-linked party member", VisitorForce.SOCIAL, "ZY-7"),
  kind("FULL_TIME", "专职网格员", "Full-time grid member", VisitorForce.ADMINISTRATIVE, "ZY-7"),
  kind("ASSISTANT", "联户助理", "Household-linked assistant", VisitorForce.SOCIAL, "ZY-7"),
  kind("GRID_HEAD", "网格长", "Grid head", VisitorForce.ADMINISTRATIVE, "KF-3"),
  kind("BRANCH_SECRETARY", "党支部书记", "Party-branch secretary", VisitorForce.SOCIAL, "KF-3"),
  kind("PARTY_BACKBONE", "党员骨干", "Active party member", VisitorForce.SOCIAL, "KF-3"),
  kind("BUILDING_HEAD", "楼栋长", "Building head", VisitorForce.SOCIAL, "KF-3"),
  kind("PATROL", "巡防队员", "Patrol member", VisitorForce.ADMINISTRATIVE, "KF-3"),
  kind(
    "URBAN_COORDINATOR",
    "城管协管员",
    "Urban management coordinator",
    VisitorForce.ADMINISTRATIVE,
    "KF-3",
    CoordinatorClass.URBAN_MANAGEMENT,
  ),
  kind(
    "MIGRANT_COORDINATOR",
    "流动人口协管员",
    "Migrant population coordinator",
    VisitorForce.ADMINISTRATIVE,
    "KF-3",
    CoordinatorClass.PUBLIC_ORDER,
  ),
  kind(
    "SENTIMENT_COORDINATOR",
    "民情员",
    "Public-sentiment coordinator",
    VisitorForce.ADMINISTRATIVE,
    "KF-3",
    CoordinatorClass.SOCIAL_SERVICE,
  ),
];
