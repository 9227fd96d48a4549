import { Box, Skeleton } from "@mantine/core";
import { lazy, Suspense } from "react";
import type { ChartProps } from "./chart-props.ts";

const ChartDrawing = lazy(async () => ({ default: (await import("./chart-drawing.tsx")).ChartDrawing }));

/** A drawing of figures, in its place from the beginning. It is one picture: the keyboard has the table. */
export function Chart({ label, height, ...drawing }: ChartProps) {
  return (
    <Box role="img" aria-label={label} h={height}>
      <Suspense fallback={<Skeleton h={height} />}>
        <ChartDrawing {...drawing} />
      </Suspense>
    </Box>
  );
}
