import { Fieldset, Input, Stack, Textarea } from "@mantine/core";
import { useId } from "react";

/** Words for each of several, one field below the other under what they are together. */
export function TextEach({
  items,
  label,
  description,
  value = {},
  onChange,
  error,
}: {
  readonly items: readonly { readonly value: string; readonly label: string }[];
  readonly label: string;
  readonly description: string | undefined;
  readonly value?: Readonly<Record<string, string>>;
  readonly onChange?: (value: Readonly<Record<string, string>>) => void;
  readonly error?: unknown;
}) {
  const problem = useId();
  return (
    <Fieldset legend={label} aria-describedby={error ? problem : undefined}>
      {description ? <Input.Description mb="xs">{description}</Input.Description> : null}
      <Stack gap="xs">
        {items.map((item) => (
          <Textarea
            key={item.value}
            label={item.label}
            withAsterisk
            autosize
            minRows={1}
            maxRows={6}
            value={value[item.value] ?? ""}
            aria-invalid={error && !value[item.value]?.trim() ? true : undefined}
            onChange={({ currentTarget }) => onChange?.({ ...value, [item.value]: currentTarget.value })}
          />
        ))}
      </Stack>
      {error ? (
        <Input.Error id={problem} mt="xs">
          {String(error)}
        </Input.Error>
      ) : null}
    </Fieldset>
  );
}
