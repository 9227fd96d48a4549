import { Skeleton, Stack, Text, VisuallyHidden } from "@mantine/core";
import { texts, useText } from "../language/language.tsx";

const said = texts(
  { loading: "Loading", printed: "Had not come when this was printed" },
  { loading: "加载中", printed: "打印时尚未取得" },
);

/** The shape of what is coming, in its place and size, so that nothing jumps when it is there. */
export function Waiting({ lines = 6, height = 20 }: { lines?: number; height?: number }) {
  const text = useText(said);
  return (
    <Stack gap="xs" role="status" aria-live="polite" data-waiting>
      <VisuallyHidden className="no-print">{text.loading}</VisuallyHidden>
      <Text size="sm" className="print-only" aria-hidden="true">
        {text.printed}
      </Text>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <Skeleton
          className="no-print"
          key={line}
          height={height}
          width={line === lines - 1 ? "60%" : "100%"}
        />
      ))}
    </Stack>
  );
}
