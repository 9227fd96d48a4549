import { type EntityManager, IsNull } from "typeorm";
import { districtOf } from "../../shared/principal.ts";
import { ListEntry } from "../item-list/list-entry.ts";
import { PowerItem } from "../power-item/power-item.ts";
import { Unit } from "../unit/unit.ts";
import { checkRow, type ItemRow } from "./check-row.ts";
import type { ItemColumn } from "./item-columns.ts";
import type { ImportFinding, ImportFormat } from "./item-import.ts";
import { readRows } from "./read-rows.ts";

export interface ItemFile {
  readonly format: ImportFormat;
  readonly content: string;
}

export interface ImportOutcome {
  readonly rowCount: number;
  readonly findings: readonly ImportFinding[];
}

/**
 * Reads a catalogue and puts its items on a list by an open batch: all of them, or none when there is one finding.
 * The mutation calls it, and so may a loader, which is free of the gateway's limit on a request's size.
 */
export async function importItems(
  transaction: EntityManager,
  { listId, number }: { listId: string; number: number },
  { format, content }: ItemFile,
  { dryRun }: { dryRun: boolean },
): Promise<ImportOutcome> {
  const read = readRows(format, content);
  if (!read.success) return { rowCount: 0, findings: read.findings };
  const checked = read.rows.map(checkRow);
  const items = checked.flatMap((each) => (each.success ? [each.item] : []));
  const findings = checked.flatMap((each) => (each.success ? [] : each.findings));
  findings.push(...repeated(items));

  const units = await unitsOf(transaction, districtOf(listId));
  const ready: ReadyItem[] = [];
  for (const item of items) {
    const bodyCode = units.get(item.body);
    const handlingCode = item.handlingUnit === null ? null : units.get(item.handlingUnit);
    if (bodyCode && (handlingCode || item.handlingUnit === null)) {
      ready.push({ ...item, bodyCode, handlingCode: handlingCode ?? null });
    }
    if (!bodyCode) findings.push(unitFinding(item.row, "body", item.body, bodyCode));
    if (item.handlingUnit !== null && !handlingCode) {
      findings.push(unitFinding(item.row, "handlingUnit", item.handlingUnit, handlingCode));
    }
  }
  const placed = await judgePlaces(transaction, listId, ready);
  findings.push(...placed.findings);
  findings.sort((left, right) => left.row - right.row);
  if (findings.length === 0 && !dryRun) {
    await writeItems(
      transaction,
      ready.filter(({ code }) => !placed.published.has(code)),
    );
    await writeEntries(transaction, { listId, number }, ready);
  }
  return { rowCount: read.rows.length, findings };
}

type ReadyItem = ItemRow & { readonly bodyCode: string; readonly handlingCode: string | null };

/** Codes of a district's units by code, name and second name; null where a name stands for several. */
async function unitsOf(transaction: EntityManager, district: string): Promise<Map<string, string | null>> {
  const units = await transaction.findBy(Unit, { districtCode: district });
  const byName = new Map<string, string | null>();
  for (const { code, name, secondName } of units) {
    for (const each of new Set([name, secondName])) {
      if (each) byName.set(each, byName.has(each) ? null : code);
    }
  }
  for (const { code } of units) byName.set(code, code);
  return byName;
}

/** What the database knows against a row: it is on the list already, or published elsewhere with other content. */
async function judgePlaces(
  transaction: EntityManager,
  listId: string,
  items: readonly ReadyItem[],
): Promise<{ findings: ImportFinding[]; published: ReadonlySet<string> }> {
  const codes = items.map(({ code }) => code);
  const entries = await transaction
    .createQueryBuilder(ListEntry, "entry")
    .where({ listId, removedIn: IsNull() })
    .andWhere("entry.itemCode = ANY (:codes)", { codes })
    .getMany();
  const listed = new Set(entries.map(({ itemCode }) => itemCode));
  const known = await transaction
    .createQueryBuilder(PowerItem, "item")
    .where("item.published AND item.code = ANY (:codes)", { codes })
    .getMany();
  const published = new Map(known.map((item) => [item.code, item]));
  const findings = items.flatMap((item): ImportFinding[] => {
    const before = published.get(item.code);
    return [
      ...(listed.has(item.code) ? [alreadyListed(item.row)] : []),
      ...(before && !sameContent(before, item) ? [publishedOtherwise(item.row)] : []),
    ];
  });
  return { findings, published: new Set(published.keys()) };
}

const sameContent = (before: PowerItem, item: ReadyItem): boolean =>
  before.name === item.name &&
  before.legalBasis === item.legalBasis &&
  before.bodyUnitCode === item.bodyCode &&
  before.handlingUnitCode === item.handlingCode &&
  before.deadlineAmount === item.deadlineAmount &&
  before.deadlineUnit === item.deadlineUnit &&
  before.sample === item.sample &&
  before.responsibilitySteps.join("\n") === item.responsibilitySteps.join("\n");

/** One statement whatever the number of rows; steps travel as lines, since unnest would flatten an array of arrays. */
async function writeItems(transaction: EntityManager, items: readonly ReadyItem[]): Promise<void> {
  const column = (value: (item: ReadyItem) => unknown): unknown[] => items.map(value);
  await transaction.query(
    `INSERT INTO power_item (code, name, kind, legal_basis, body_unit_code, handling_unit_code, responsibility_steps,
                             deadline_amount, deadline_unit, sample)
     SELECT code, name, kind, legal_basis, body, handling, coalesce(string_to_array(nullif(steps, ''), E'\\n'), '{}'),
            amount, unit, sample
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[],
                 $9::text[], $10::bool[])
       AS item (code, name, kind, legal_basis, body, handling, steps, amount, unit, sample)
     ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind, legal_basis = excluded.legal_basis,
       body_unit_code = excluded.body_unit_code, handling_unit_code = excluded.handling_unit_code,
       responsibility_steps = excluded.responsibility_steps, deadline_amount = excluded.deadline_amount,
       deadline_unit = excluded.deadline_unit, sample = excluded.sample`,
    [
      column(({ code }) => code),
      column(({ name }) => name),
      column(({ kind }) => kind),
      column(({ legalBasis }) => legalBasis),
      column(({ bodyCode }) => bodyCode),
      column(({ handlingCode }) => handlingCode),
      column(({ responsibilitySteps }) => responsibilitySteps.join("\n")),
      column(({ deadlineAmount }) => deadlineAmount),
      column(({ deadlineUnit }) => deadlineUnit),
      column(({ sample }) => sample),
    ],
  );
}

async function writeEntries(
  transaction: EntityManager,
  { listId, number }: { listId: string; number: number },
  items: readonly ReadyItem[],
): Promise<void> {
  await transaction.query(
    `INSERT INTO list_entry (list_id, added_in, item_code, group_name)
     SELECT $1, $2, item_code, group_name FROM unnest($3::text[], $4::text[]) AS entry (item_code, group_name)`,
    [listId, number, items.map(({ code }) => code), items.map(({ group }) => group)],
  );
}

function repeated(items: readonly ItemRow[]): ImportFinding[] {
  const first = new Map<string, number>();
  return items.flatMap(({ row, code }) => {
    const before = first.get(code);
    if (before === undefined) {
      first.set(code, row);
      return [];
    }
    return [
      {
        row,
        column: "code",
        code: "CODE_TWICE",
        en: `has the same code as row ${before}`,
        zh: `与第 ${before} 行编码相同`,
      },
    ];
  });
}

const unitFinding = (
  row: number,
  column: ItemColumn,
  unit: string,
  match: string | null | undefined,
): ImportFinding =>
  match === null
    ? {
        row,
        column,
        code: "UNIT_AMBIGUOUS",
        en: `several units of the district are called ${unit}; give the code`,
        zh: `本区县有多个单位名为 ${unit}，请改用单位代码`,
      }
    : {
        row,
        column,
        code: "UNIT_UNKNOWN",
        en: `no unit of the district has the code or name ${unit}`,
        zh: `本区县没有代码或名称为 ${unit} 的单位`,
      };

const alreadyListed = (row: number): ImportFinding => ({
  row,
  column: "code",
  code: "ALREADY_LISTED",
  en: "is on this list already",
  zh: "已在本清单内",
});

const publishedOtherwise = (row: number): ImportFinding => ({
  row,
  column: "code",
  code: "PUBLISHED_OTHERWISE",
  en: "is on a published list with other content, which does not change: give the amended item a code of its own and remove the old one",
  zh: "已在公布清单内且内容不同；公布内容不得更改，请为修订事项另编代码并移出原事项",
});
