import { type Catalogue, refusals } from "../shared/errors.ts";

/** Refusals of the departments subgraph. */
export const departmentErrors = {
  ALREADY_APPOINTED: {
    fault: "CALLER",
    en: "{unit} already has a {role} for {place} on some of these days. End that appointment first, then appoint from the day it ends.",
    zh: "{unit} 在所选期间内已有{place}的{roleZh}，请先结束原任命，再自其结束之日起任命。",
    rule: "KF-11, KF-12",
  },
  APPOINTMENT_IN_THE_PAST: {
    fault: "CALLER",
    en: "{day} is before {today}: who answered for a place in the past is not rewritten. Choose today or a later day.",
    zh: "{day} 早于 {today}：不得改写既往任职，请选择当日或以后的日期。",
    rule: "KF-11, KF-12",
  },
  APPOINTMENT_ENDED: {
    fault: "CALLER",
    en: "This appointment ended on {until} and cannot be ended again.",
    zh: "该任命已于 {until} 结束，不能再次结束。",
    rule: "KF-11, KF-12",
  },
  APPOINTMENT_TOO_SHORT: {
    fault: "CALLER",
    en: "The appointment begins on {from}; it can end on a later day only, not on {until}.",
    zh: "该任命自 {from} 开始，结束日期须晚于该日，不能是 {until}。",
    rule: "KF-11, KF-12",
  },
  UNIT_CLOSED: {
    fault: "CALLER",
    en: "{unit} does not exist on {day}. Check its validity and choose another unit or day.",
    zh: "{unit} 在 {day} 不存在，请核对其有效期，另选单位或日期。",
    rule: "GZ-1",
  },
  NOT_A_COMMUNITY_OF_THE_DISTRICT: {
    fault: "CALLER",
    en: "{division} is no community or village of {unit}'s district. Responders are appointed for one community each.",
    zh: "{division} 不是 {unit} 所在区县的社区（村）；应哨人按社区任命。",
    rule: "KF-11",
  },
  BATCH_ALREADY_OPEN: {
    fault: "CALLER",
    en: "List {list} already has an open batch. Add to it, or publish it before opening the next.",
    zh: "清单 {list} 已有起草中的批次，请在其中调整，或先公布该批次再开新批次。",
    rule: "GZ-11",
  },
  LIST_NAME_REQUIRED: {
    fault: "CALLER",
    en: "{list} is new: give the title it will be published under.",
    zh: "{list} 为新建清单，请给出公布时的名称。",
    rule: "GZ-12",
  },
  LIST_NOT_FOR_HOLDER: {
    fault: "CALLER",
    en: "{holder} cannot hold a list of kind {kind}: {reason}.",
    zh: "{holder} 不能持有 {kind} 清单：{reasonZh}。",
    rule: "GZ-7, GZ-12, PG-6",
  },
  BATCH_NOT_DRAFT: {
    fault: "CALLER",
    en: "Batch {batch} of {list} is published and does not change. Open a new batch.",
    zh: "清单 {list} 第 {batch} 批已公布，不得更改，请另开新批次。",
    rule: "GZ-11",
  },
  BATCH_EMPTY: {
    fault: "CALLER",
    en: "Batch {batch} of {list} adds and removes nothing, so there is nothing to publish.",
    zh: "清单 {list} 第 {batch} 批没有任何增减，无可公布。",
    rule: "GZ-11",
  },
  BATCH_EFFECTIVE_TOO_EARLY: {
    fault: "CALLER",
    en: "Batch {batch} of {list} cannot take effect on {day}: the earliest day is {earliest}, after its publication and not before the batch it follows.",
    zh: "清单 {list} 第 {batch} 批不能自 {day} 起生效：最早为 {earliest}，须晚于公布日且不早于上一批。",
    rule: "GZ-5, GZ-11",
  },
  BATCH_CHANGE_IMPOSSIBLE: {
    fault: "CALLER",
    en: "Nothing was changed in batch {batch} of {list}. Unknown items: {unknown}; already listed: {listed}; not listed: {absent}.",
    zh: "清单 {list} 第 {batch} 批未作任何更改。不存在的事项：{unknown}；已在清单：{listed}；不在清单：{absent}。",
    rule: "GZ-11",
  },
  ADDITION_WITHOUT_BASIS: {
    fault: "CALLER",
    en: "After its first batch a sub-district's list takes new items only by an approved grant or a complete hand-down; without either: {items}.",
    zh: "街道清单首批之后新增事项须有经批准的赋权或要件齐全的下沉审核；缺少依据的事项：{items}。",
    rule: "GZ-5, GZ-9",
  },
  NO_OPEN_BATCH: {
    fault: "CALLER",
    en: "List {list} has no open batch. Open one, then list this in it.",
    zh: "清单 {list} 没有起草中的批次，请先开新批次。",
    rule: "GZ-11",
  },
  NOT_A_SUBDISTRICT: {
    fault: "CALLER",
    en: "{unit} is no sub-district of {district}: powers and duties are handed down to sub-districts only.",
    zh: "{unit} 不是 {district} 的街道（乡镇）：赋权和下沉只面向街道（乡镇）。",
    rule: "GZ-5, GZ-9",
  },
  GRANT_ILLEGAL_MOVE: {
    fault: "CALLER",
    en: "Grant {number} is {state}; {move} is possible only from {allowed}.",
    zh: "赋权 {number} 处于 {state} 状态；仅在 {allowed} 状态下可以 {move}。",
    rule: "GZ-5",
  },
  GRANT_EXISTS: {
    fault: "CALLER",
    en: "{unit} already has a grant of item {item} under way or in force.",
    zh: "{unit} 对事项 {item} 已有办理中或生效的赋权。",
    rule: "GZ-5",
  },
  HAND_DOWN_EXISTS: {
    fault: "CALLER",
    en: "A hand-down of item {item} to {unit} is already on record.",
    zh: "事项 {item} 向 {unit} 下沉已有审核记录。",
    rule: "GZ-9",
  },
  HAND_DOWN_FACT_RECORDED: {
    fault: "CALLER",
    en: "Hand-down {number} already has its {fact} on record.",
    zh: "下沉事项 {number} 的 {fact} 已有记录。",
    rule: "GZ-9",
  },
  HAND_DOWN_INCOMPLETE: {
    fault: "CALLER",
    en: "Hand-down {number} lacks {missing}. Approval, funds and working conditions are needed together; territorial responsibility alone is no reason.",
    zh: "下沉事项 {number} 缺少{missingZh}。批准、经费和工作条件须同时具备，不得仅以属地管理为由下沉。",
    rule: "GZ-9",
  },
  ITEM_LISTED_BY_GRANT: {
    fault: "CALLER",
    en: "{items} came on the list by {grants}. Revoke the grant: that takes the item off.",
    zh: "{items} 系依 {grants} 列入，请收回赋权，事项随之移出清单。",
    rule: "GZ-5",
  },
  NO_OVERLAP_TO_SETTLE: {
    fault: "CALLER",
    en: "There is no overlap in {division} that {unit} could lead: those that claim the matter there are {claimants}. A ruling chooses among two or more.",
    zh: "{unit} 在 {division} 没有可裁定的职责交叉：在此主张职责的单位为 {claimants}；裁定须在两个以上单位中选定。",
    rule: "PG-4",
  },
  CATALOGUE_EFFECTIVE_TOO_EARLY: {
    fault: "CALLER",
    en: "The next version of the dispatch catalogue cannot count from {day}; the earliest day is {earliest}.",
    zh: "派单目录下一版不能自 {day} 起生效，最早为 {earliest}。",
    rule: "PG-4",
  },
} as const satisfies Catalogue;

export const refuse = refusals(departmentErrors);
