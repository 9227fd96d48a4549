import { groupBy } from "../../infra/dataset/world/group-by.ts";
import type { SampleMessage } from "./sample-messages.ts";

export interface Measure {
  readonly precision: number;
  readonly recall: number;
}

export interface ClassMeasure extends Measure {
  readonly label: string;
  readonly messages: number;
}

export interface Measures {
  readonly classes: readonly ClassMeasure[];
  /** Over all pairs of messages: of those put together, how many belong together, and of those that do, how many were. */
  readonly pairs: Measure;
  /** The mean over the classes, each beside the hot class that has most of it. */
  readonly mean: Measure;
  /** Hot classes most of which is no class at all. */
  readonly falseClasses: number;
  /** Hot classes made of one person's messages. */
  readonly ofOnePerson: number;
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
const pairsOf = (count: number): number => (count * (count - 1)) / 2;

/** What the detection found, beside what it should have. */
export function measuresOf(messages: readonly SampleMessage[], found: ReadonlyMap<string, string>): Measures {
  const counted = messages.filter(({ ticket, label }) => label !== null || found.has(ticket));
  const labels = groupBy(
    messages.filter(({ label }) => label !== null),
    ({ label }) => label ?? "",
  );
  const hot = groupBy(
    counted.filter(({ ticket }) => found.has(ticket)),
    ({ ticket }) => found.get(ticket) ?? "",
  );
  let right = 0;
  for (const members of hot.values()) {
    const together = groupBy(
      members.filter(({ label }) => label !== null),
      ({ label }) => label,
    );
    for (const same of together.values()) right += pairsOf(same.length);
  }
  const sum = (groups: Iterable<readonly unknown[]>): number =>
    [...groups].reduce((total, group) => total + pairsOf(group.length), 0);

  const classes = [...labels].map(([label, members]) => {
    let best: ClassMeasure = { label, messages: members.length, precision: 0, recall: 0 };
    for (const group of hot.values()) {
      const hits = group.filter((message) => message.label === label).length;
      const recall = share(hits, members.length);
      if (hits > 0 && recall > best.recall) best = { ...best, recall, precision: share(hits, group.length) };
    }
    return best;
  });
  const mean = (of: keyof Measure): number =>
    classes.reduce((total, each) => total + each[of], 0) / Math.max(1, classes.length);
  const groups = [...hot.values()];
  return {
    classes,
    pairs: { precision: share(right, sum(hot.values())), recall: share(right, sum(labels.values())) },
    mean: { precision: mean("precision"), recall: mean("recall") },
    falseClasses: groups.filter(
      (group) => group.filter(({ label }) => label !== null).length * 2 < group.length,
    ).length,
    ofOnePerson: groups.filter((group) => new Set(group.map(({ caller }) => caller)).size < 2).length,
  };
}
