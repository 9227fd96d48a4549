/** The columns of a catalogue file: as our schema calls them, and as published lists do. */
export const itemColumns = {
  code: "职权编码",
  name: "职权名称",
  kind: "职权类型",
  legalBasis: "依据",
  body: "法定主体",
  handlingUnit: "承办机构",
  responsibilitySteps: "责任事项",
  deadlineAmount: "办理时限",
  deadlineUnit: "时限单位",
  group: "分组",
  sample: "示例",
} as const;

export type ItemColumn = keyof typeof itemColumns;

const columnOfName = new Map<string, ItemColumn>(
  (Object.entries(itemColumns) as [ItemColumn, string][]).flatMap(([column, zh]) => [
    [column, column],
    [zh, column],
  ]),
);

/** The column a heading names in either language; undefined for one we do not know. */
export const columnNamed = (heading: string): ItemColumn | undefined => columnOfName.get(heading.trim());
