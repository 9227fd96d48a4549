import { table } from "../load/table.ts";
import { type Measures, measuresOf } from "./measures.ts";
import { replay, sampleRule } from "./replay.ts";
import { type SampleMessage, sampleMessages } from "./sample-messages.ts";

/** How well the trend detection (动态研判) does on the labelled messages: `npm run trends`. */
const messages = sampleMessages();
const half = (name: SampleMessage["half"]): readonly SampleMessage[] =>
  messages.filter((message) => message.half === name);
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const sets = [
  ["the half it was set on", half("TUNE")],
  ["the half it was not", half("REPORT")],
  ["both", messages],
] as const;
const ways = [
  ["matched by the centre", true],
  ["as taken in, by words and place alone", false],
] as const;

const lengths = messages.map(({ text }) => text.length);
const labelled = messages.filter(({ label }) => label !== null);
process.stdout.write(
  `${messages.length} messages of ${Math.min(...lengths)} to ${Math.max(...lengths)} characters, ${labelled.length} of them in ${
    new Set(labelled.map(({ label }) => label)).size
  } classes. Hot from ${sampleRule.hotDemanders} demanders in ${sampleRule.hotWithinHours} hours.\n`,
);
for (const [way, matched] of ways) {
  const measured = sets.map(([name, some]): [string, Measures] => [
    name,
    measuresOf(some, replay(some, sampleRule, { matched })),
  ]);
  process.stdout.write(`\n${way}\n\n`);
  process.stdout.write(
    `${table(
      ["", "pairs: precision", "recall", "classes: precision", "recall", "false classes", "of one person"],
      measured.map(([name, { pairs, mean, falseClasses, ofOnePerson }]) => [
        name,
        percent(pairs.precision),
        percent(pairs.recall),
        percent(mean.precision),
        percent(mean.recall),
        String(falseClasses),
        String(ofOnePerson),
      ]),
    )}\n\n`,
  );
  const [, all] = measured.at(-1) ?? [];
  process.stdout.write(
    `${table(
      ["class", "messages", "precision", "recall"],
      (all?.classes ?? []).map(({ label, messages: count, precision, recall }) => [
        label,
        String(count),
        percent(precision),
        percent(recall),
      ]),
    )}\n`,
  );
}
