import type { ItemList } from "../../../../subgraphs/departments/item-list/item-list.ts";
import type { Day } from "../../../../subgraphs/shared/calendar.ts";
import {
  bodyOf,
  type DepartmentName,
  departmentCode,
  departmentKind,
  departmentsIn,
} from "../departments.ts";
import { type District, districtByCode } from "../districts.ts";
import type { Frame } from "../frame.ts";
import { mattersIn } from "../matters/district-matters.ts";
import { DAY, dayText, HOUR, midnight } from "../office-clock.ts";
import type { Street } from "../places.ts";
import { microPowers } from "./micro-powers.ts";
import {
  accessItem,
  accessPlaceholder,
  batchDays,
  batchOf,
  communityMatters,
  departmentItem,
  itemCode,
  microPowerItem,
  type PowerItemRow,
  streetItem,
  streetMatters,
  streetPlaceholder,
} from "./sample-items.ts";

/** A list (清单) of one holder; a sample, as its name says. */
export interface ItemListRow {
  /** `<holder>:<kind>` */
  readonly id: string;
  readonly holderCode: string;
  readonly kind: `${ItemList["kind"]}`;
  readonly name: string;
}

/** A published batch (批次) of a list (GZ-11). */
export interface ListBatchRow {
  readonly listId: string;
  readonly number: number;
  readonly document: string;
  readonly effectiveFrom: Day;
  readonly openedAt: Date;
  readonly publishedAt: Date;
}

/** An item on a list, from the batch that added it to the one that removed it. */
export interface ListEntryRow {
  readonly listId: string;
  readonly itemCode: string;
  readonly addedIn: number;
  readonly removedIn: number | null;
  readonly groupName: string | null;
}

/** A list as it is put together: its items with the batches they came and went with. */
interface SampleList {
  readonly holderCode: string;
  readonly kind: ItemListRow["kind"];
  readonly name: string;
  readonly items: readonly SampleEntry[];
}

interface SampleEntry {
  readonly item: PowerItemRow;
  readonly addedIn: 1 | 2;
  readonly removedIn?: 2;
  readonly groupName?: string;
}

/** 83 powers and duties of a sub-district, 20 access items of a community: what Ganzhou counts (GZ-6, GZ-7). */
const GANZHOU_STREET_ITEMS = 83;
const GANZHOU_ACCESS_ITEMS = 20;

function departmentList(district: District, department: DepartmentName): SampleList | null {
  const { field, company, nameIn } = departmentKind(department);
  if (company) return null;
  const own = mattersIn(district.code).flatMap((matter): SampleEntry[] => {
    const item = matter.department === department ? departmentItem(district.code, matter) : null;
    return item ? [{ item, addedIn: 1 }] : [];
  });
  const holderCode = departmentCode(district.code, department);
  const other = (sequence: number, name: string): PowerItemRow => ({
    code: itemCode(district.code, bodyOf(department), "OTHER", sequence),
    name: `${name}（样例）`,
    kind: "OTHER",
    legalBasis: "样例，无依据",
    bodyUnitCode: holderCode,
    handlingUnitCode: null,
    responsibilitySteps: [],
    deadlineAmount: null,
    deadlineUnit: null,
    sample: true,
  });
  return {
    holderCode,
    kind: "POWER",
    name: `${nameIn(district)}权力清单（样例）`,
    items: [
      ...own,
      { item: other(901, `${field}领域信用信息的归集`), addedIn: 1, removedIn: 2 },
      { item: other(902, `${field}领域投诉举报的处理`), addedIn: 2 },
    ],
  };
}

function streetList(street: Street, { profile }: District): SampleList {
  const handed = streetMatters.map(
    (matter): SampleEntry => ({ item: streetItem(street, matter), addedIn: batchOf(streetMatters, matter) }),
  );
  const missing = profile === "GZ" && street.name.endsWith("街道") ? GANZHOU_STREET_ITEMS - handed.length : 0;
  const counted = Array.from(
    { length: missing },
    (_, index): SampleEntry => ({ item: streetPlaceholder(street, handed.length + index + 1), addedIn: 1 }),
  );
  return {
    holderCode: street.code,
    kind: "POWER",
    name: `${street.name}权责清单（样例）`,
    items: [...handed, ...counted],
  };
}

function accessList({ code, name }: District): SampleList {
  const placed = communityMatters.map(
    (matter): SampleEntry => ({ item: accessItem(code, matter), addedIn: batchOf(communityMatters, matter) }),
  );
  const counted = Array.from(
    { length: GANZHOU_ACCESS_ITEMS - placed.length },
    (_, index): SampleEntry => ({ item: accessPlaceholder(code, placed.length + index + 1), addedIn: 1 }),
  );
  return {
    holderCode: code,
    kind: "COMMUNITY_ACCESS",
    name: `${name}社区准入事项清单（样例）`,
    items: [...placed, ...counted],
  };
}

/** What a sub-district offers at its window (服务清单, GZ-12). */
const SERVICES = [
  "就业登记",
  "失业登记",
  "城乡居民养老保险参保",
  "城乡居民医疗保险参保",
  "老年优待证申领",
  "生育服务登记",
  "困难帮扶申请",
  "退役军人优待证申领",
];

const serviceList = (street: Street): SampleList => ({
  holderCode: street.code,
  kind: "SERVICE",
  name: `${street.name}服务清单（样例）`,
  items: SERVICES.map(
    (service, index): SampleEntry => ({
      item: {
        code: itemCode(street.districtCode, street.code.slice(6, 9), "OTHER", 501 + index),
        name: `${service}（样例）`,
        kind: "OTHER",
        legalBasis: "样例，无依据",
        bodyUnitCode: street.code,
        handlingUnitCode: `${street.code}-GOVERNMENT-SERVICE-CENTRE`,
        responsibilitySteps: ["一口式接件", "归口式办理"],
        deadlineAmount: 5,
        deadlineUnit: "WORKING_DAYS",
        sample: true,
      },
      addedIn: 1,
    }),
  ),
});

function microPowerList(
  districtCode: string,
  village: { readonly code: string; readonly shortName: string },
) {
  let sequence = 0;
  const items = microPowers.flatMap(([groupName, names]) =>
    names.map((name): SampleEntry => {
      sequence++;
      return { item: microPowerItem(districtCode, sequence, name), addedIn: 1, groupName };
    }),
  );
  return {
    holderCode: village.code,
    kind: "MICRO_POWER",
    name: `${village.shortName}小微权力清单（样例）`,
    items,
  } as const satisfies SampleList;
}

function* sampleLists({ scale }: Frame): Iterable<SampleList> {
  for (const code of new Set(scale.streets.map((street) => street.districtCode))) {
    const district = districtByCode(code);
    for (const department of departmentsIn(code)) {
      const list = departmentList(district, department);
      if (!list) continue;
      yield list;
      // 区级部门职责清单 (PG-4): the duties that go with the powers.
      yield { ...list, kind: "DUTY", name: list.name.replace("权力清单", "职责清单") };
    }
    yield accessList(district);
    for (const street of scale.streets) {
      if (street.districtCode !== code) continue;
      yield streetList(street, district);
      yield serviceList(street);
      if (district.profile !== "PG") continue;
      for (const community of street.communities) {
        if (!community.urban) yield microPowerList(code, community);
      }
    }
  }
}

const idOf = ({ holderCode, kind }: SampleList): string => `${holderCode}:${kind}`;

/** Every item once, however many lists hold it. */
export function* powerItems(frame: Frame): Iterable<PowerItemRow> {
  const told = new Set<string>();
  for (const { items } of sampleLists(frame)) {
    for (const { item } of items) {
      if (told.has(item.code)) continue;
      told.add(item.code);
      yield item;
    }
  }
}

export function* itemLists(frame: Frame): Iterable<ItemListRow> {
  for (const list of sampleLists(frame)) {
    const { holderCode, kind, name } = list;
    yield { id: idOf(list), holderCode, kind, name };
  }
}

export function* listBatches(frame: Frame): Iterable<ListBatchRow> {
  for (const list of sampleLists(frame)) {
    const changes = list.items.some(({ addedIn, removedIn }) => addedIn === 2 || removedIn === 2);
    for (const [index, day] of batchDays(frame).entries()) {
      if (index === 1 && !changes) continue;
      const effective = midnight(day);
      yield {
        listId: idOf(list),
        number: index + 1,
        document: `样例文号〔${dayText(day).slice(0, 4)}〕第${index + 1}批`,
        effectiveFrom: dayText(day),
        openedAt: new Date(effective - 30 * DAY + 9 * HOUR),
        publishedAt: new Date(effective - 5 * DAY + 10 * HOUR),
      };
    }
  }
}

export function* listEntries(frame: Frame): Iterable<ListEntryRow> {
  for (const list of sampleLists(frame)) {
    for (const { item, addedIn, removedIn, groupName } of list.items) {
      yield {
        listId: idOf(list),
        itemCode: item.code,
        addedIn,
        removedIn: removedIn ?? null,
        groupName: groupName ?? null,
      };
    }
  }
}
