import { Text, Textarea } from "@mantine/core";
import { useText } from "../../../language/language.tsx";
import { blowSaid } from "./blow.text.ts";

/** What is asked of the called units, and why; how much is written is said below. */
export function DemandField({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (demand: string) => void;
  error: string | undefined;
}) {
  const text = useText(blowSaid);
  return (
    <div>
      <Textarea
        label={text.demand}
        description={text.demandAbout}
        withAsterisk
        autosize
        minRows={4}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        error={error}
      />
      <Text size="xs" c="dimmed" ta="right" mt={4}>
        {text.written(value.trim().length)}
      </Text>
    </div>
  );
}
