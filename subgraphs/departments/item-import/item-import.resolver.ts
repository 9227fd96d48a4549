import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import type { DepartmentsContext } from "../departments.context.ts";
import { ItemImport } from "./item-import.ts";
import { ImportItemsInput } from "./item-import-input.ts";

@Resolver(() => ItemImport)
export class ItemImportResolver {
  @Mutation(() => ItemImport, {
    description:
      "The list keeper puts a catalogue's items on a list by its open batch: all rows, or none and the findings row by row. After correcting the file use a new key (导入事项清单, PG-5, GZ-11)",
  })
  importItems(
    @Arg("input", () => ImportItemsInput, { description: "The file, and where it goes (导入内容)" })
    input: ImportItemsInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: DepartmentsContext,
  ): Promise<ItemImport> {
    return context.itemImports.run({ ...input, idempotencyKey }, actorOf(context));
  }
}
