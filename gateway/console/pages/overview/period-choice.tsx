import { Group, SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import { texts, useText } from "../../language/language.tsx";
import { dayOf } from "../../language/time.ts";
import { useOffice } from "../../language/work-calendar.tsx";
import { type Period, periodNames, periodOf, periods, type View } from "./view.ts";

const said = texts(
  {
    period: "Period",
    names: {
      today: "Today",
      week: "7 days",
      thirtyDays: "30 days",
      month: "Month",
      year: "Year",
    } satisfies Record<Period, string>,
    from: "From",
    until: "Until",
    turned: "The first day is after the last",
  },
  {
    period: "时段",
    names: {
      today: "今日",
      week: "近7天",
      thirtyDays: "近30天",
      month: "本月",
      year: "本年",
    } satisfies Record<Period, string>,
    from: "起",
    until: "止",
    turned: "起始日晚于截止日",
  },
);

/** The days to look at: a usual period at one click, or two days of one's own. */
export function PeriodChoice({
  view,
  onChange,
}: {
  view: View;
  onChange: (days: Pick<View, "from" | "until">) => void;
}) {
  const text = useText(said);
  const today = dayOf(useOffice().now);
  return (
    <Group gap="sm" align="flex-end">
      <SegmentedControl
        aria-label={text.period}
        size="xs"
        value={periodOf(view, today) ?? ""}
        onChange={(name) => onChange({ from: periods[name as Period](today), until: today })}
        data={periodNames.map((name) => ({ value: name, label: text.names[name] }))}
      />
      <OwnDays key={`${view.from} ${view.until}`} view={view} onChange={onChange} />
    </Group>
  );
}

/** Days are taken over when one is done with them: while a year is being typed it is another one at each key. */
function OwnDays({ view, onChange }: { view: View; onChange: (days: Pick<View, "from" | "until">) => void }) {
  const text = useText(said);
  const [from, setFrom] = useState(view.from);
  const [until, setUntil] = useState(view.until);
  const turned = from > until;
  const take = (): void => {
    const whole = from !== "" && until !== "" && !turned;
    if (whole && (from !== view.from || until !== view.until)) onChange({ from, until });
  };
  return (
    <Group
      gap="xs"
      align="flex-start"
      wrap="nowrap"
      onBlur={take}
      onKeyDown={({ key }) => {
        if (key === "Enter") take();
      }}
    >
      <TextInput
        type="date"
        size="xs"
        label={text.from}
        value={from}
        max="9999-12-31"
        onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        error={turned ? text.turned : undefined}
      />
      <TextInput
        type="date"
        size="xs"
        label={text.until}
        value={until}
        max="9999-12-31"
        onChange={({ currentTarget }) => setUntil(currentTarget.value)}
      />
    </Group>
  );
}
