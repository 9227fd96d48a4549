import { Text } from "@mantine/core";
import type { ReactNode } from "react";

/** One row of a department's part: what it is, and below it what more is known. */
export function Line({ children, more }: { children: ReactNode; more?: ReactNode }) {
  return (
    <>
      <Text size="sm" component="div">
        {children}
      </Text>
      {more ? (
        <Text size="xs" c="dimmed" component="div">
          {more}
        </Text>
      ) : null}
    </>
  );
}

/** What is known, apart by points; what is not known is left out. */
export const together = (...parts: readonly (string | number | null | undefined | false)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== false && part !== "").join(" · ");
