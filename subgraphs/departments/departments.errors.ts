import { type Refusals, refusals } from "../shared/refusal.ts";

/** Refusals of the departments subgraph. */
export const departmentErrors = {
  ALREADY_APPOINTED: {
    fault: "CALLER",
    en: "{unit} already has a {role} for {place} on some of these days.",
    zh: "{unit} 在所选期间内已有{place}的{roleZh}。",
    rule: "KF-11, KF-12",
    allowed: {
      en: "End that appointment first, then appoint from the day it ends.",
      zh: "请先结束原任命，再自其结束之日起任命。",
    },
  },
  APPOINTMENT_IN_THE_PAST: {
    fault: "CALLER",
    en: "{day} is before {today}: who answered for a place in the past is not rewritten.",
    zh: "{day} 早于 {today}：不得改写既往任职。",
    rule: "KF-11, KF-12",
    allowed: {
      en: "Choose today or a later day.",
      zh: "请选择当日或以后的日期。",
      earliest: "{today}",
    },
  },
  APPOINTMENT_ENDED: {
    fault: "CALLER",
    en: "This appointment ended on {until} and cannot be ended again.",
    zh: "该任命已于 {until} 结束，不能再次结束。",
    rule: "KF-11, KF-12",
    allowed: {
      en: "Appoint anew from that day on.",
      zh: "可自该日起另行任命。",
      earliest: "{until}",
    },
  },
  APPOINTMENT_TOO_SHORT: {
    fault: "CALLER",
    en: "The appointment begins on {from} and cannot end on {until}.",
    zh: "该任命自 {from} 开始，不能于 {until} 结束。",
    rule: "KF-11, KF-12",
    allowed: {
      en: "End it on a later day.",
      zh: "结束日期须晚于开始日期。",
    },
  },
  UNIT_CLOSED: {
    fault: "CALLER",
    en: "{unit} does not exist on {day}.",
    zh: "{unit} 在 {day} 不存在。",
    rule: "GZ-1",
    allowed: {
      en: "Check its validity and choose another unit or day.",
      zh: "请核对其有效期，另选单位或日期。",
    },
  },
  NOT_A_COMMUNITY_OF_THE_DISTRICT: {
    fault: "CALLER",
    en: "{division} is no community or village of {unit}'s district.",
    zh: "{division} 不是 {unit} 所在区县的社区（村）。",
    rule: "KF-11",
    allowed: {
      en: "Responders are appointed for one community or village of the unit's own district each.",
      zh: "应哨人按本区县的社区（村）任命。",
    },
  },
  NOT_A_COMMUNITY_TO_REPORT_TO: {
    fault: "CALLER",
    en: "{community} is no community or village of {unit}'s district.",
    zh: "{community} 不是 {unit} 所在区县的社区（村）。",
    rule: "PG-17",
    allowed: {
      en: "Bodies and people report to one community or village of their own district each.",
      zh: "单位和个人向本区县的社区（村）报到。",
    },
  },
  REPORTING_WHO: {
    fault: "CALLER",
    en: "A body reports as a body, a person by name.",
    zh: "单位以单位名义报到，个人填写姓名。",
    rule: "PG-17",
    allowed: {
      en: "For {kind} give {needed}.",
      zh: "{kind} 报到须填写 {needed}。",
    },
  },
  REPORTING_DATE: {
    fault: "CALLER",
    en: "{day} is not within the time it concerns, or has not come.",
    zh: "{day} 不在相关期间内或尚未到来。",
    rule: "PG-17",
    allowed: {
      en: "Enter what has happened, between {from} and {until}.",
      zh: "只登记 {from} 至 {until} 之间已经发生的报到或结束。",
      earliest: "{from}",
      latest: "{until}",
    },
  },
  REPORTING_EXISTS: {
    fault: "CALLER",
    en: "{unit}, or this person of it, already reports to {community} in this way.",
    zh: "{unit} 或其该人员已以此方式向 {community} 报到。",
    rule: "PG-17",
    allowed: {
      en: "End that entry first.",
      zh: "请先结束原登记。",
    },
  },
  REPORTING_ENDED: {
    fault: "CALLER",
    en: "This reporting ended on {until}: it stands as it was.",
    zh: "该报到已于 {until} 结束，不再更改。",
    rule: "PG-17",
    allowed: {
      en: "Enter a new one.",
      zh: "请另行登记。",
    },
  },
  SHIFT_IN_THE_PAST: {
    fault: "CALLER",
    en: "{at} is before {now}: who was on duty in the past is not rewritten.",
    zh: "{at} 早于 {now}：不得改写既往值班。",
    rule: "ZY-12",
    allowed: {
      en: "Choose now or a later moment.",
      zh: "请选择当前或以后的时刻。",
      earliest: "{now}",
    },
  },
  SHIFT_LENGTH: {
    fault: "CALLER",
    en: "A shift ends after it begins and lasts 24 hours at most; {from} to {until} was given.",
    zh: "班次须先起后止且不超过 24 小时，所填为 {from} 至 {until}。",
    rule: "ZY-12",
    allowed: {
      en: "Plan several.",
      zh: "请分班编排。",
    },
  },
  SHIFT_OVERLAPS: {
    fault: "CALLER",
    en: "This person is on another shift between {from} and {until}.",
    zh: "该人员在 {from} 至 {until} 期间已有其他班次。",
    rule: "ZY-12",
    allowed: {
      en: "End or relieve that one first, or name somebody else.",
      zh: "请先结束或换班，或另选他人。",
    },
  },
  SHIFT_OVER: {
    fault: "CALLER",
    en: "This shift ended at {ended}: it stands as it was.",
    zh: "该班次已于 {ended} 结束，不再更改。",
    rule: "ZY-12",
    allowed: {
      en: "Plan a new one.",
      zh: "请另行排班。",
    },
  },
  SHIFT_BEGUN: {
    fault: "CALLER",
    en: "This shift began at {begins} and is not taken back.",
    zh: "该班次已于 {begins} 开始，不能撤销。",
    rule: "ZY-12",
    allowed: {
      en: "End it at a later moment, or let somebody relieve it.",
      zh: "请在其后的时刻结束或换班。",
    },
  },
  SHIFT_PROLONGED: {
    fault: "CALLER",
    en: "This shift ends at {ends} and is not prolonged to {until}.",
    zh: "该班次于 {ends} 结束，不能延至 {until}。",
    rule: "ZY-12",
    allowed: {
      en: "End it sooner, or plan another after it.",
      zh: "可提前结束，或在其后另行排班。",
      latest: "{ends}",
    },
  },
  BATCH_ALREADY_OPEN: {
    fault: "CALLER",
    en: "List {list} already has an open batch.",
    zh: "清单 {list} 已有起草中的批次。",
    rule: "GZ-11",
    allowed: {
      en: "Add to it, or publish it before opening the next.",
      zh: "请在其中调整，或先公布该批次再开新批次。",
    },
  },
  LIST_NAME_REQUIRED: {
    fault: "CALLER",
    en: "{list} is new and has no title.",
    zh: "{list} 为新建清单。",
    rule: "GZ-12",
    allowed: {
      en: "Give the title it will be published under.",
      zh: "请给出公布时的名称。",
    },
  },
  LIST_NOT_FOR_HOLDER: {
    fault: "CALLER",
    en: "{holder} cannot hold a list of kind {kind}.",
    zh: "{holder} 不能持有 {kind} 清单。",
    rule: "GZ-7, GZ-12, PG-6",
    allowed: {
      en: "The rule is: {reason}.",
      zh: "规则为：{reasonZh}。",
    },
  },
  BATCH_NOT_DRAFT: {
    fault: "CALLER",
    en: "Batch {batch} of {list} is published and does not change.",
    zh: "清单 {list} 第 {batch} 批已公布，不得更改。",
    rule: "GZ-11",
    allowed: {
      en: "Open a new batch.",
      zh: "请另开新批次。",
    },
  },
  BATCH_EMPTY: {
    fault: "CALLER",
    en: "Batch {batch} of {list} adds and removes nothing, so there is nothing to publish.",
    zh: "清单 {list} 第 {batch} 批没有任何增减，无可公布。",
    rule: "GZ-11",
    allowed: {
      en: "Change it first.",
      zh: "请先调整其事项。",
    },
  },
  BATCH_EFFECTIVE_TOO_EARLY: {
    fault: "CALLER",
    en: "Batch {batch} of {list} cannot take effect on {day}.",
    zh: "清单 {list} 第 {batch} 批不能自 {day} 起生效。",
    rule: "GZ-5, GZ-11",
    allowed: {
      en: "The earliest day is {earliest}, after its publication and not before the batch it follows.",
      zh: "最早为 {earliest}，须晚于公布日且不早于上一批。",
      earliest: "{earliest}",
    },
  },
  BATCH_CHANGE_IMPOSSIBLE: {
    fault: "CALLER",
    en: "Nothing was changed in batch {batch} of {list}. Unknown items: {unknown}; already listed: {listed}; not listed: {absent}.",
    zh: "清单 {list} 第 {batch} 批未作任何更改。不存在的事项：{unknown}；已在清单：{listed}；不在清单：{absent}。",
    rule: "GZ-11",
    allowed: {
      en: "Leave those out: what is not listed can be added, what is listed removed.",
      zh: "请去掉上述事项：不在清单的可增，已在清单的可减。",
    },
  },
  ADDITION_WITHOUT_BASIS: {
    fault: "CALLER",
    en: "Nothing stands behind these new items of a sub-district: {items}.",
    zh: "街道清单的下列新增事项缺少依据：{items}。",
    rule: "GZ-5, GZ-9",
    allowed: {
      en: "After its first batch a sub-district's list takes new items by an approved grant or a complete hand-down.",
      zh: "首批之后新增事项须有经批准的赋权或要件齐全的下沉审核。",
    },
  },
  NO_OPEN_BATCH: {
    fault: "CALLER",
    en: "List {list} has no open batch.",
    zh: "清单 {list} 没有起草中的批次。",
    rule: "GZ-11",
    allowed: {
      en: "Open one, then list this in it.",
      zh: "请先开新批次。",
    },
  },
  NOT_A_SUBDISTRICT: {
    fault: "CALLER",
    en: "{unit} is no sub-district of {district}.",
    zh: "{unit} 不是 {district} 的街道（乡镇）。",
    rule: "GZ-5, GZ-9",
    allowed: {
      en: "Powers and duties are handed down to sub-districts of the district only.",
      zh: "赋权和下沉只面向本区县的街道（乡镇）。",
    },
  },
  GRANT_ILLEGAL_MOVE: {
    fault: "CALLER",
    en: "Grant {number} is {state}; {move} is possible only from {states}.",
    zh: "赋权 {number} 处于 {state} 状态；仅在 {states} 状态下可以 {move}。",
    rule: "GZ-5",
    allowed: {
      en: "From {state} these are possible: {moves}.",
      zh: "{state} 状态下可办理：{moves}。",
      states: "{states}",
      moves: "{moves}",
    },
  },
  GRANT_EXISTS: {
    fault: "CALLER",
    en: "{unit} already has a grant of item {item} under way or in force.",
    zh: "{unit} 对事项 {item} 已有办理中或生效的赋权。",
    rule: "GZ-5",
    allowed: {
      en: "Go on with that one, or have it revoked first.",
      zh: "请继续办理该赋权，或先行收回。",
    },
  },
  HAND_DOWN_EXISTS: {
    fault: "CALLER",
    en: "A hand-down of item {item} to {unit} is already on record.",
    zh: "事项 {item} 向 {unit} 下沉已有审核记录。",
    rule: "GZ-9",
    allowed: {
      en: "Complete that one.",
      zh: "请在原记录中补齐要件。",
    },
  },
  HAND_DOWN_FACT_RECORDED: {
    fault: "CALLER",
    en: "Hand-down {number} already has its {fact} on record.",
    zh: "下沉事项 {number} 的 {fact} 已有记录。",
    rule: "GZ-9",
    allowed: {
      en: "It stands; record the facts that are missing.",
      zh: "以该记录为准，请登记其余要件。",
    },
  },
  HAND_DOWN_INCOMPLETE: {
    fault: "CALLER",
    en: "Hand-down {number} lacks {missing}; territorial responsibility alone is no reason.",
    zh: "下沉事项 {number} 缺少{missingZh}，不得仅以属地管理为由下沉。",
    rule: "GZ-9",
    allowed: {
      en: "Record approval, funds and working conditions: they are needed together.",
      zh: "批准、经费和工作条件须同时具备，请先补齐。",
    },
  },
  ITEM_LISTED_BY_GRANT: {
    fault: "CALLER",
    en: "{items} came on the list by {grants}.",
    zh: "{items} 系依 {grants} 列入。",
    rule: "GZ-5",
    allowed: {
      en: "Revoke the grant: that takes the item off.",
      zh: "请收回赋权，事项随之移出清单。",
    },
  },
  NO_OVERLAP_TO_SETTLE: {
    fault: "CALLER",
    en: "There is no overlap in {division} that {unit} could lead: those that claim the matter there are {claimants}.",
    zh: "{unit} 在 {division} 没有可裁定的职责交叉：在此主张职责的单位为 {claimants}。",
    rule: "PG-4",
    allowed: {
      en: "A ruling chooses among two or more that claim it.",
      zh: "裁定须在两个以上主张职责的单位中选定。",
      units: "{claimants}",
    },
  },
  CATALOGUE_EFFECTIVE_TOO_EARLY: {
    fault: "CALLER",
    en: "The next version of the dispatch catalogue cannot count from {day}.",
    zh: "派单目录下一版不能自 {day} 起生效。",
    rule: "PG-4",
    allowed: {
      en: "The earliest day is {earliest}.",
      zh: "最早为 {earliest}。",
      earliest: "{earliest}",
    },
  },
} as const satisfies Refusals;

export const refuse = refusals(departmentErrors);
