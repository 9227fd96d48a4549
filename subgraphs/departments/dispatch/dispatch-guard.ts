import type { Day } from "../../shared/calendar.ts";
import { ListKind } from "../item-list/list-kind.ts";
import { UnitKind, UnitLevel } from "../unit/unit-kind.ts";
import { DispatchRefusal } from "./dispatch-refusal.ts";

/** The unit something is to be sent to, as the guard looks at it. */
export interface Recipient {
  readonly code: string;
  readonly level: UnitLevel;
  readonly government: boolean;
  /** From the top of the tree down to the unit itself. */
  readonly path: readonly { readonly code: string; readonly kind: UnitKind }[];
  readonly validFrom: string;
  readonly validUntil: string | null;
}

/** A period in which the item stood on a published list of the unit or of a body above it. */
export interface Listing {
  readonly listId: string;
  readonly kind: ListKind;
  readonly holderCode: string;
  readonly listedFrom: string;
  readonly listedUntil: string | null;
  /** Version of that list on the day asked about; null before its first batch. */
  readonly version: number | null;
}

/** Which of the three facts a hand-down of the item to the unit has (GZ-9). */
export interface HandDownFacts {
  readonly number: string;
  readonly approved: boolean;
  readonly funded: boolean;
  readonly equipped: boolean;
}

export interface DispatchCase {
  readonly on: Day;
  readonly matter: string;
  readonly recipient: Recipient | null;
  /** The item as asked for, when one was. */
  readonly itemCode: string | null;
  readonly item: { readonly bodyUnitCode: string; readonly handlingUnitCode: string | null } | null;
  readonly listings: readonly Listing[];
  readonly handDown: HandDownFacts | null;
  /** Whether the dispatch catalogue in force names the unit for the matter. */
  readonly inCatalogue: boolean;
}

export interface Verdict {
  readonly allowed: boolean;
  readonly code: DispatchRefusal | null;
  readonly reason: string;
  readonly reasonZh: string;
  /** The rule it follows from, e.g. GZ-8. */
  readonly rule: string;
  readonly listId: string | null;
  readonly listVersion: number | null;
  /** No body of government: it takes part by contract. */
  readonly byContract: boolean;
  /** Who is responsible: the recipient when allowed, otherwise whom the law names; null when nobody is known. */
  readonly responsibleUnitCode: string | null;
}

/**
 * Whether a matter may be sent to a unit on a day. To the community only access items (GZ-7); to the sub-district only
 * what its own lists hold that day (GZ-8), whatever "your area, your job" (属地管理) says (GZ-9); to a department what
 * is its own; to a company anything, by contract.
 */
export function judgeDispatch(dispatch: DispatchCase): Verdict {
  const { recipient, itemCode, item, on } = dispatch;
  if (!recipient) {
    return refused(dispatch, DispatchRefusal.UNKNOWN_UNIT, "GZ-1", "there is no such unit", "单位不存在");
  }
  if (on < recipient.validFrom || (recipient.validUntil !== null && on >= recipient.validUntil)) {
    return refused(
      dispatch,
      DispatchRefusal.UNIT_NOT_IN_FORCE,
      "GZ-1",
      `${recipient.code} does not exist on ${on}`,
      `${recipient.code} 在 ${on} 不存在`,
    );
  }
  if (!recipient.government) {
    return allowed(
      recipient,
      "PG-15",
      "not a body of government: takes part by contract, as an assistant",
      "非行政主体，按合同协办",
    );
  }
  if (itemCode && !item) {
    return refused(
      dispatch,
      DispatchRefusal.UNKNOWN_ITEM,
      "PG-5",
      `there is no power item ${itemCode}`,
      `权责事项 ${itemCode} 不存在`,
    );
  }
  if (recipient.level === UnitLevel.COMMUNITY || recipient.level === UnitLevel.GRID) {
    return toCommunity(dispatch, recipient);
  }
  const office = recipient.path.findIndex(({ kind }) => kind === UnitKind.SUBDISTRICT_OFFICE);
  // A department's station works in a sub-district, too, but is no part of it.
  return office < 0
    ? toDepartment(dispatch, recipient)
    : toSubdistrict(
        dispatch,
        recipient,
        recipient.path.slice(office).map(({ code }) => code),
      );
}

function toCommunity(dispatch: DispatchCase, recipient: Recipient): Verdict {
  return (
    byLists(dispatch, recipient, "GZ-7", ({ kind }) => kind === ListKind.COMMUNITY_ACCESS) ??
    refused(
      dispatch,
      DispatchRefusal.NOT_ACCESS_ITEM,
      "GZ-7",
      `${named(dispatch)} is not among the items that may be placed on communities`,
      `${namedZh(dispatch)}不在社区准入事项之内，不得派给社区`,
    )
  );
}

function toSubdistrict(dispatch: DispatchCase, recipient: Recipient, own: readonly string[]): Verdict {
  // A list of the whole district holds every department's powers: it makes no sub-district responsible for them.
  const listed = byLists(
    dispatch,
    recipient,
    "GZ-8",
    ({ kind, holderCode }) => own.includes(holderCode) && isOwnKind(kind),
  );
  if (listed?.allowed) return listed;
  const { handDown } = dispatch;
  if (handDown) {
    const missing = missingFacts(handDown);
    if (missing.length > 0) {
      return refused(
        dispatch,
        DispatchRefusal.HAND_DOWN_INCOMPLETE,
        "GZ-9",
        `hand-down ${handDown.number} lacks ${missing.map(([en]) => en).join(", ")}`,
        `下沉事项 ${handDown.number} 缺少${missing.map(([, zh]) => zh).join("、")}`,
      );
    }
  }
  if (listed) return listed;
  if (handDown) {
    return refused(
      dispatch,
      DispatchRefusal.NOT_IN_FORCE,
      "GZ-11",
      `hand-down ${handDown.number} is complete, but no batch published its item yet`,
      `下沉事项 ${handDown.number} 要件齐全，但尚未随批次公布`,
    );
  }
  return refused(
    dispatch,
    DispatchRefusal.OFF_LIST,
    "GZ-8",
    `${named(dispatch)} is on no list of ${recipient.code}: the sub-district is not the responsible body, and 属地管理 alone is no reason`,
    `${namedZh(dispatch)}不在 ${recipient.code} 的清单内，街道不作为责任主体，不得仅以属地管理为由派交`,
  );
}

function toDepartment(dispatch: DispatchCase, recipient: Recipient): Verdict {
  const { item, itemCode, inCatalogue } = dispatch;
  const own = recipient.path
    .filter(({ kind }) => kind !== UnitKind.DISTRICT_GOVERNMENT)
    .map(({ code }) => code);
  if (!item || !itemCode) {
    if (own.length === 0) {
      return allowed(
        recipient,
        "PG-4",
        "no competent body is known: the district government takes it",
        "职责主体不明，由区政府兜底",
      );
    }
    if (inCatalogue) {
      return allowed(
        recipient,
        "PG-4",
        `the dispatch catalogue names it for ${dispatch.matter}`,
        `派单目录将 ${dispatch.matter} 列为其职责`,
      );
    }
    return refused(
      dispatch,
      DispatchRefusal.ITEM_REQUIRED,
      "PG-5",
      `the dispatch catalogue does not name ${recipient.code} for ${dispatch.matter}: name the power item`,
      `派单目录未将 ${dispatch.matter} 列为 ${recipient.code} 的职责，请列明权责事项`,
    );
  }
  const isBody = own.includes(item.bodyUnitCode) || own.includes(item.handlingUnitCode ?? "");
  const listed = byLists(
    dispatch,
    recipient,
    "GZ-11",
    // On a list of the whole district an item binds only the body it names.
    ({ kind, holderCode }) => isOwnKind(kind) && (isBody || own.includes(holderCode)),
  );
  if (listed) return listed;
  if (isBody) {
    return refused(
      dispatch,
      DispatchRefusal.NOT_IN_FORCE,
      "GZ-11",
      `item ${itemCode} is ${recipient.code}'s, but was never published on a list`,
      `事项 ${itemCode} 属 ${recipient.code}，但未列入已公布清单`,
    );
  }
  return refused(
    dispatch,
    DispatchRefusal.OFF_LIST,
    "PG-4",
    `item ${itemCode} belongs to ${item.bodyUnitCode}, not to ${recipient.code}`,
    `事项 ${itemCode} 属于 ${item.bodyUnitCode}，不属于 ${recipient.code}`,
  );
}

/** Allowed when a list that counts holds the item on the day; not in force when one did or will; else undecided. */
function byLists(
  dispatch: DispatchCase,
  recipient: Recipient,
  rule: string,
  counts: (listing: Listing) => boolean,
): Verdict | null {
  const { on, itemCode } = dispatch;
  const listings = dispatch.listings.filter(counts);
  const current = listings.find(
    ({ listedFrom, listedUntil }) => listedFrom <= on && (listedUntil === null || on < listedUntil),
  );
  if (current) {
    return {
      ...allowed(
        recipient,
        rule,
        `item ${itemCode} is on list ${current.listId}, version ${current.version}`,
        `事项 ${itemCode} 在清单 ${current.listId} 第 ${current.version} 版内`,
      ),
      listId: current.listId,
      listVersion: current.version,
    };
  }
  const coming = listings.find(({ listedFrom }) => listedFrom > on);
  const gone = listings.find(({ listedUntil }) => listedUntil !== null && listedUntil <= on);
  const other = coming ?? gone;
  if (!other) return null;
  const [when, whenZh] =
    other === coming
      ? [`only from ${other.listedFrom}`, `自 ${other.listedFrom} 起才在`]
      : [`no longer since ${other.listedUntil}`, `自 ${other.listedUntil} 起已不在`];
  return {
    ...refused(
      dispatch,
      DispatchRefusal.NOT_IN_FORCE,
      "GZ-11",
      `item ${itemCode} is on list ${other.listId} ${when}, not on ${on}`,
      `事项 ${itemCode} ${whenZh}清单 ${other.listId} 内，${on} 不适用`,
    ),
    listId: other.listId,
    listVersion: other.version,
  };
}

const isOwnKind = (kind: ListKind): boolean =>
  kind === ListKind.POWER || kind === ListKind.DUTY || kind === ListKind.SERVICE;

/** The facts of GZ-9 a hand-down still lacks, in English and Chinese. */
export const missingFacts = ({
  approved,
  funded,
  equipped,
}: Omit<HandDownFacts, "number">): (readonly [string, string])[] => [
  ...(approved ? [] : [["the district's approval", "区委区政府批准"] as const]),
  ...(funded ? [] : [["funds", "经费保障"] as const]),
  ...(equipped ? [] : [["working conditions", "工作条件"] as const]),
];

const named = ({ itemCode, matter }: DispatchCase): string =>
  itemCode ? `item ${itemCode}` : `${matter}, with no power item named,`;

const namedZh = ({ itemCode, matter }: DispatchCase): string =>
  itemCode ? `事项 ${itemCode} ` : `未列权责事项的 ${matter} `;

const allowed = (recipient: Recipient, rule: string, reason: string, reasonZh: string): Verdict => ({
  allowed: true,
  code: null,
  reason,
  reasonZh,
  rule,
  listId: null,
  listVersion: null,
  byContract: !recipient.government,
  responsibleUnitCode: recipient.code,
});

const refused = (
  { item, recipient }: DispatchCase,
  code: DispatchRefusal,
  rule: string,
  reason: string,
  reasonZh: string,
): Verdict => ({
  allowed: false,
  code,
  reason,
  reasonZh,
  rule,
  listId: null,
  listVersion: null,
  byContract: recipient?.government === false,
  responsibleUnitCode: item?.bodyUnitCode ?? null,
});
