import { Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import type { Refusal } from "../../graph/refusal.ts";
import { Refusals } from "../../parts/refusals.tsx";

/** What a panel shows of the graph; until it is there its room, and where it cannot be had why. */
export function WhenThere<Value>({
  value,
  refusals,
  again,
  height,
  children,
}: {
  value: Value | null | undefined;
  refusals: readonly Refusal[];
  again: () => void;
  height: number;
  children: (value: Value) => ReactNode;
}) {
  if (value !== null && value !== undefined) return children(value);
  return refusals.length > 0 ? <Refusals refusals={refusals} retry={again} /> : <Skeleton h={height} />;
}
