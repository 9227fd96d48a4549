import { Field, InputType, Int } from "type-graphql";
import { ImportFormat } from "./item-import.ts";

@InputType({ description: "A catalogue file to put on a list (导入事项清单, PG-5)" })
export class ImportItemsInput {
  @Field(() => String, { description: "The list (清单标识)" })
  listId: string;

  @Field(() => Int, { description: "Its open batch (批次号)" })
  batchNumber: number;

  @Field(() => ImportFormat, { description: "Format of the content (文件格式)" })
  format: ImportFormat;

  @Field(() => String, {
    description:
      "The file's text. Columns: code, name, kind, legalBasis, body, handlingUnit, responsibilitySteps, deadlineAmount, deadlineUnit, group, sample, or 职权编码, 职权名称, 职权类型, 依据, 法定主体, 承办机构, 责任事项, 办理时限, 时限单位, 分组, 示例; code, name, legalBasis and body are required. A large catalogue is sent in several parts into the same batch (文件内容)",
  })
  content: string;

  @Field(() => Boolean, { defaultValue: false, description: "Only check, write nothing (仅检查)" })
  dryRun: boolean;
}
