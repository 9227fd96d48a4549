import { Text } from "@mantine/core";
import { useText } from "../../../language/language.tsx";
import { Moment } from "../../../parts/moment.tsx";
import classes from "./board.module.css";
import type { CalledUnitDetailsFragment, CalledUnitFragment } from "./called-unit.graphql.ts";
import { calledUnitSaid } from "./called-unit.text.ts";
import type { RunningClockFragment } from "./clocks.graphql.ts";

const marks = { done: "✓", late: "!", waiting: "○" } as const;

/** What a called unit does one after the other, with when it did it and what it said; late where its clock ran out. */
export function CalledUnitSteps({
  called,
  clocks,
  over,
}: {
  called: CalledUnitFragment & Partial<CalledUnitDetailsFragment>;
  clocks: readonly RunningClockFragment[];
  /** Nothing is waited for any more: the whistle has ended, or the unit was let go. */
  over: boolean;
}) {
  const text = useText(calledUnitSaid);
  const { unit, arrivalLongitude, arrivalLatitude, arrivedAt } = called;
  const isLate = (step: string) =>
    clocks.some(
      (clock) => clock.step === step && clock.late?.some(({ code }) => code === unit?.code) === true,
    );
  const position =
    arrivalLongitude != null && arrivalLatitude != null
      ? text.at(arrivalLongitude.toFixed(5), arrivalLatitude.toFixed(5))
      : text.noPosition;
  const steps = [
    ["called", called.calledAt, []],
    ["SIGN", called.signedAt, []],
    ["ARRIVE", arrivedAt, arrivedAt ? [position, called.arrivalNote] : []],
    ["MEASURES", called.measuresAt, [called.measures]],
    ["RESOLVE", called.resolvedAt, [called.result]],
  ] as const;
  return (
    <ol className={classes.steps}>
      {steps.map(([step, at, told]) => {
        const stand = isLate(step) ? "late" : at ? "done" : "waiting";
        return (
          <li key={step} className={classes.step} data-stand={stand}>
            <Text span fw={700} aria-hidden="true" c={stand === "late" ? "var(--late)" : undefined}>
              {marks[stand]}
            </Text>
            <span>{text.steps[step]}</span>
            <div>
              {at ? <Moment at={at} /> : over ? text.never : text.waiting}
              {stand === "late" ? (
                <Text span fw={700} c="var(--late)">
                  {" "}
                  {text.late}
                </Text>
              ) : null}
              {told
                .filter((each) => typeof each === "string" && each !== "")
                .map((each) => (
                  <Text key={each} size="sm">
                    {each}
                  </Text>
                ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
