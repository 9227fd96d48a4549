import { TextInput } from "@mantine/core";
import { instantAt } from "../../../language/time.ts";

/** What the browser's own chooser shows of an instant: the office's clock, wherever the reader is. */
const shown = (instant: string): string =>
  instant ? new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16) : "";

/** An instant by the office's clock. */
export function InstantInput({
  value,
  onChange,
  error,
  ...spoken
}: {
  label: string;
  description: string | undefined;
  withAsterisk: boolean;
  value?: string;
  onChange?: (value: string) => void;
  error?: unknown;
}) {
  return (
    <TextInput
      {...spoken}
      type="datetime-local"
      error={error as string | undefined}
      value={shown(value ?? "")}
      onChange={({ currentTarget }) => onChange?.(instantAt(currentTarget.value))}
    />
  );
}
