import { addCalendarDays, type Day, dayOf } from "../../shared/calendar.ts";
import type { Actor, Move } from "../../shared/move.ts";
import { districtOf } from "../../shared/principal.ts";
import { refuse } from "../departments.errors.ts";
import { requireListKeeper } from "../require-list-keeper.ts";
import { requireText } from "../require-text.ts";
import type { Unit } from "../unit/unit.ts";
import { UnitKind } from "../unit/unit-kind.ts";
import { BatchState, type ListBatch } from "./list-batch.ts";
import { ListKind } from "./list-kind.ts";

const communityKinds: readonly UnitKind[] = [UnitKind.COMMUNITY_OFFICE, UnitKind.VILLAGE_COMMITTEE];

/** A new draft; its number follows the last one. Its effective day is decided when it is published. */
export function openBatch(
  holder: Unit,
  { kind, number, document }: { kind: ListKind; number: number; document: string },
  actor: Actor,
): ListBatch {
  requireListKeeper(holder.districtCode, actor);
  requireHolder(holder, kind);
  return {
    listId: `${holder.code}:${kind}`,
    number,
    state: BatchState.DRAFT,
    document: requireText("document", document),
    effectiveFrom: null,
    openedAt: actor.at,
    publishedAt: null,
    openedByUnitCode: actor.principal.unit,
    publishedByUnitCode: null,
    version: 1,
  };
}

/** Which bodies can hold which lists: only districts open communities to items, only villages hold micro powers. */
function requireHolder(holder: Unit, kind: ListKind): void {
  const isCommunity = communityKinds.includes(holder.kind);
  if (kind === ListKind.COMMUNITY_ACCESS && holder.kind !== UnitKind.DISTRICT_GOVERNMENT) {
    throw refuse("LIST_NOT_FOR_HOLDER", {
      holder: holder.code,
      kind,
      reason: "the district decides what may be placed on its communities",
      reasonZh: "社区准入事项由区县确定",
    });
  }
  if (isCommunity !== (kind === ListKind.MICRO_POWER) && (isCommunity || kind === ListKind.MICRO_POWER)) {
    throw refuse("LIST_NOT_FOR_HOLDER", {
      holder: holder.code,
      kind,
      reason: "a village or community holds its micro-power list, and no other body does",
      reasonZh: "村（社区）持有小微权力清单，其他单位不持有",
    });
  }
  if (!holder.government) {
    throw refuse("LIST_NOT_FOR_HOLDER", {
      holder: holder.code,
      kind,
      reason: "a company acts by contract and holds no list",
      reasonZh: "企业按合同履约，不持有权责清单",
    });
  }
}

/** Who may draw up a batch, and only while it is a draft. */
export function requireDraft(batch: ListBatch, actor: Actor): void {
  requireListKeeper(districtOf(batch.listId), actor);
  if (batch.state !== BatchState.DRAFT) {
    throw refuse("BATCH_NOT_DRAFT", { list: batch.listId, batch: batch.number });
  }
}

/** What a batch holds at the moment of publication. */
export interface BatchContent {
  readonly added: number;
  readonly removed: number;
  /** Additions to a sub-district's power or duty list after its first batch, with neither grant nor hand-down. */
  readonly withoutBasis: readonly string[];
  readonly previousEffectiveFrom: string | null;
}

/**
 * 公布: from the effective day on the batch counts, and it never changes again. The day lies after the publication, so
 * that what a list held on a day is the same whenever during that day one asks (GZ-5, GZ-11).
 */
export function publishBatch(
  batch: ListBatch,
  content: BatchContent,
  effectiveFrom: Day,
  actor: Actor,
): Move<ListBatch> {
  requireDraft(batch, actor);
  const { listId: list, number } = batch;
  const { added, removed, withoutBasis, previousEffectiveFrom } = content;
  if (added + removed === 0) throw refuse("BATCH_EMPTY", { list, batch: number });
  if (withoutBasis.length > 0) throw refuse("ADDITION_WITHOUT_BASIS", { items: withoutBasis });
  const tomorrow = addCalendarDays(dayOf(actor.at), 1);
  const earliest =
    previousEffectiveFrom && previousEffectiveFrom > tomorrow ? previousEffectiveFrom : tomorrow;
  if (effectiveFrom < earliest) {
    throw refuse("BATCH_EFFECTIVE_TOO_EARLY", { list, batch: number, day: effectiveFrom, earliest });
  }
  return {
    change: {
      state: BatchState.PUBLISHED,
      publishedAt: actor.at,
      publishedByUnitCode: actor.principal.unit,
      effectiveFrom,
    },
    kind: "BATCH_PUBLISHED",
    payload: { list, batch: number, effectiveFrom, added, removed },
  };
}
