import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export enum ImportFormat {
  CSV = "CSV",
  JSON = "JSON",
}
registerEnumType(ImportFormat, {
  name: "ImportFormat",
  description: "Format of a catalogue file (文件格式)",
  valuesConfig: {
    CSV: { description: "RFC 4180 in UTF-8 with a header line, English or Chinese column names (表格)" },
    JSON: { description: "An array of objects, English or Chinese field names (对象数组)" },
  },
});

@ObjectType({ description: "What is wrong with one row of an imported file (逐行检查结果)" })
export class ImportFinding {
  @Field(() => Int, {
    description:
      "The row as a spreadsheet numbers it: the header is 1. In JSON the first object is 1. 0 speaks of the whole file (行号)",
  })
  row: number;

  @Field(() => String, {
    nullable: true,
    description: "English name of the column; null when the whole row is meant (列名)",
  })
  column: string | null;

  @Field(() => String, { description: "Stable code, e.g. POWER_ITEM_CODE_SHAPE (代码)" })
  code: string;

  @Field(() => String, { description: "What is wrong, in English (英文说明)" })
  en: string;

  @Field(() => String, { description: "What is wrong, in Chinese (问题)" })
  zh: string;
}

/** A report shows so many findings; the count tells of the others. */
export const mostFindings = 500;

@Entity()
@ObjectType({
  description: "What came of an import: all rows, or none and why (导入结果, PG-5)",
})
export class ItemImport {
  @Field(() => ID, { description: "Identifier of the import (导入标识)" })
  @PrimaryColumn({ type: "uuid" })
  id: string;

  @Column({ type: "text" })
  listId: string;

  @Column({ type: "int" })
  batchNumber: number;

  @Column({ type: "text" })
  format: ImportFormat;

  @Field(() => Boolean, { description: "Only checked, nothing was to be written (仅检查)" })
  @Column({ type: "boolean" })
  dryRun: boolean;

  @Field(() => Boolean, {
    description:
      "All rows are in the batch now; false when there are findings or it was a check only (已导入)",
  })
  @Column({ type: "boolean" })
  imported: boolean;

  @Field(() => Int, { description: "Rows the file holds (行数)" })
  @Column({ type: "int" })
  rowCount: number;

  @Field(() => Int, { description: "How many findings there are, shown or not (问题数)" })
  @Column({ type: "int" })
  findingCount: number;

  @Field(() => [ImportFinding], { description: `The first ${mostFindings} findings, by row (问题)` })
  @Column({ type: "jsonb" })
  findings: ImportFinding[];

  @Column({ type: "timestamptz", precision: 3 })
  at: Date;
}
