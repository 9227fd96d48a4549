import { Group, Text } from "@mantine/core";
import type { Refusal } from "../../../graph/refusal.ts";
import { PartMark } from "../departments/part-mark.tsx";

/** Why what is at a path below something is missing. */
export type Why = (...path: Refusal["path"]) => Refusal | undefined;

export function Missing({ what, refusal }: { what: string; refusal: Refusal | undefined }) {
  return (
    <Group gap="xs">
      <Text size="sm">{what}</Text>
      <None refusal={refusal} />
    </Group>
  );
}

/** In place of a value: none, withheld or not to be had. */
export function None({ refusal }: { refusal: Refusal | undefined }) {
  if (!refusal) return "—";
  return <PartMark state={refusal.fault === "SYSTEM" ? "DOWN" : "WITHHELD"} />;
}
