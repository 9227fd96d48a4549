import { readFileSync } from "node:fs";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes long: a whole stack, a program or a browser of its own, a dataset. */
const long = /\b(startTestStack|startCommand|openBrowser|openBuilding|loadDataset|createWorld)\b/;

const takesLong = ({ moduleId }: TestSpecification): boolean => long.test(readFileSync(moduleId, "utf8"));

/** Lets the files that take long begin first, so that all workers end together, also where nobody has run them before. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const first = new Set(sorted.filter(takesLong));
    return [...first, ...sorted.filter((file) => !first.has(file))];
  }
}
