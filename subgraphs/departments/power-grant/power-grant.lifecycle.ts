import { type Actor, type Move, movesFrom } from "../../shared/move.ts";
import { districtOf, Post } from "../../shared/principal.ts";
import { forbidden } from "../../shared/refusal.ts";
import { refuse } from "../departments.errors.ts";
import type { ListBatch } from "../item-list/list-batch.ts";
import type { PowerItem } from "../power-item/power-item.ts";
import { requireListKeeper } from "../require-list-keeper.ts";
import { requireText } from "../require-text.ts";
import type { Unit } from "../unit/unit.ts";
import { UnitKind } from "../unit/unit-kind.ts";
import { GrantState, type PowerGrant } from "./power-grant.ts";

/** From which states a step is legal. Illegal steps are refused here and nowhere else. */
const from = {
  review: [GrantState.INTENT],
  approve: [GrantState.REVIEWED],
  list: [GrantState.APPROVED],
  publish: [GrantState.LISTED],
  revoke: [
    GrantState.INTENT,
    GrantState.REVIEWED,
    GrantState.APPROVED,
    GrantState.LISTED,
    GrantState.PUBLISHED,
  ],
} as const satisfies Record<string, readonly GrantState[]>;

function requireState({ number, state }: PowerGrant, move: keyof typeof from): void {
  const allowed: readonly GrantState[] = from[move];
  if (!allowed.includes(state)) {
    throw refuse("GRANT_ILLEGAL_MOVE", {
      number,
      state,
      move,
      states: allowed,
      moves: movesFrom<keyof typeof from, GrantState>(from, state),
    });
  }
}

/** Refuses whoever does not hold the post in the unit whose turn it is (GZ-5). */
function requireHolder(
  post: Post,
  unit: string,
  { principal }: Actor,
  who: { en: string; zh: string },
): void {
  if (principal.post === post && principal.unit === unit) return;
  throw forbidden("GZ-5", principal, { ...who, posts: [post], units: [unit] });
}

export interface GrantIntent {
  readonly guidingCatalogue: string;
  readonly intent: string;
}

/** 承接意向: the sub-district's leader says it can take a department's power on. */
export function stateIntent(
  { guidingCatalogue, intent }: GrantIntent,
  item: Pick<PowerItem, "code" | "bodyUnitCode">,
  receiver: Pick<Unit, "code" | "kind" | "districtCode">,
  actor: Actor,
): Omit<PowerGrant, "number" | "districtCode"> {
  requireHolder(Post.SUBDISTRICT_LEADER, receiver.code, actor, {
    en: `the intent is stated by the leader of ${receiver.code} itself`,
    zh: `承接意向由 ${receiver.code} 负责人提出`,
  });
  const isOthers =
    item.bodyUnitCode !== receiver.code && districtOf(item.bodyUnitCode) === receiver.districtCode;
  if (receiver.kind !== UnitKind.SUBDISTRICT_OFFICE || !isOthers) {
    throw refuse("NOT_A_SUBDISTRICT", { unit: receiver.code, district: districtOf(item.bodyUnitCode) });
  }
  return {
    state: GrantState.INTENT,
    itemCode: item.code,
    grantingUnitCode: item.bodyUnitCode,
    receivingUnitCode: receiver.code,
    guidingCatalogue: requireText("guidingCatalogue", guidingCatalogue),
    intent: requireText("intent", intent, 2_000),
    statedAt: actor.at,
    reviewOpinion: null,
    reviewedAt: null,
    approvalDocument: null,
    approvedAt: null,
    listId: null,
    batchNumber: null,
    listedAt: null,
    publishedAt: null,
    revocationReason: null,
    revokedAt: null,
    version: 1,
  };
}

/** 审核: by the principal officer of the department whose power it is. */
export function reviewGrant(grant: PowerGrant, opinion: string, actor: Actor): Move<PowerGrant> {
  requireHolder(Post.CHIEF_RESPONDER, grant.grantingUnitCode, actor, {
    en: `the review is for the principal officer of ${grant.grantingUnitCode}`,
    zh: `由 ${grant.grantingUnitCode} 主要负责人审核`,
  });
  requireState(grant, "review");
  return {
    change: {
      state: GrantState.REVIEWED,
      reviewOpinion: requireText("opinion", opinion, 2_000),
      reviewedAt: actor.at,
    },
    ...logged(grant, "GRANT_REVIEWED"),
  };
}

/** 批准: by the district government. */
export function approveGrant(grant: PowerGrant, document: string, actor: Actor): Move<PowerGrant> {
  requireDistrictLeader(grant, actor);
  requireState(grant, "approve");
  return {
    change: {
      state: GrantState.APPROVED,
      approvalDocument: requireText("document", document),
      approvedAt: actor.at,
    },
    ...logged(grant, "GRANT_APPROVED"),
  };
}

/** 列入清单: by the list keeper, in the open batch of the sub-district's power list. */
export function listGrant(grant: PowerGrant, batch: ListBatch, actor: Actor): Move<PowerGrant> {
  requireListKeeper(grant.districtCode, actor);
  requireState(grant, "list");
  return {
    change: {
      state: GrantState.LISTED,
      listId: batch.listId,
      batchNumber: batch.number,
      listedAt: actor.at,
    },
    ...logged(grant, "GRANT_LISTED", { list: batch.listId, batch: batch.number }),
  };
}

/** 公布: follows the publication of its batch. */
export function publishGrant(grant: PowerGrant, actor: Actor): Move<PowerGrant> {
  requireState(grant, "publish");
  return {
    change: { state: GrantState.PUBLISHED, publishedAt: actor.at },
    ...logged(grant, "GRANT_PUBLISHED", { list: grant.listId, batch: grant.batchNumber }),
  };
}

/** 收回: by the district government, at any step. A published one leaves the list by the open batch. */
export function revokeGrant(grant: PowerGrant, reason: string, actor: Actor): Move<PowerGrant> {
  requireDistrictLeader(grant, actor);
  requireState(grant, "revoke");
  return {
    change: {
      state: GrantState.REVOKED,
      revocationReason: requireText("reason", reason, 2_000),
      revokedAt: actor.at,
    },
    ...logged(grant, "GRANT_REVOKED", { before: grant.state }),
  };
}

function requireDistrictLeader(grant: PowerGrant, actor: Actor): void {
  requireHolder(Post.DISTRICT_LEADER, grant.districtCode, actor, {
    en: `this is decided by the district government of ${grant.districtCode}`,
    zh: `由 ${grant.districtCode} 区县政府决定`,
  });
}

const logged = (
  { number, itemCode, grantingUnitCode, receivingUnitCode }: PowerGrant,
  kind: string,
  more: Record<string, unknown> = {},
) => ({
  kind,
  payload: { grant: number, item: itemCode, from: grantingUnitCode, to: receivingUnitCode, ...more },
});
