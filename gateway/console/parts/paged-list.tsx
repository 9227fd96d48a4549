import { Box, Loader, Text } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";
import { texts, useText } from "../language/language.tsx";

const said = texts(
  {
    loaded: (count: number, total?: number | null) =>
      total == null ? `${count} shown` : `${count} of ${total}`,
    more: "Loading more",
  },
  {
    loaded: (count: number, total?: number | null) =>
      total == null ? `已显示 ${count} 条` : `${count} / ${total} 条`,
    more: "继续加载",
  },
);

/**
 * A long list, page by page from the server: only the rows in sight are in the document, and the next page is asked for
 * before its end comes into sight. `rows` grows; it is never asked for twice.
 */
export function PagedList<Row>({
  rows,
  keyOf,
  render,
  rowHeight,
  height = 640,
  hasMore,
  loading,
  more,
  total,
  label,
}: {
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  render: (row: Row) => ReactNode;
  /** About how high a row is, in pixels; each is measured once it is drawn. */
  rowHeight: number;
  height?: number;
  hasMore: boolean;
  loading: boolean;
  more: () => void;
  /** How many there are in all, where that was asked. */
  total?: number | null | undefined;
  label: string;
}) {
  const text = useText(said);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keyOf(rows[index] as Row),
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && !loading && last >= rows.length - 30) more();
  }, [hasMore, loading, last, rows.length, more]);

  return (
    <Box>
      <Box
        ref={scroller}
        mah={height}
        style={{ overflow: "auto" }}
        tabIndex={0}
        role="region"
        aria-label={label}
      >
        <Box
          component="ul"
          p={0}
          m={0}
          pos="relative"
          h={virtualizer.getTotalSize()}
          style={{ listStyle: "none" }}
        >
          {items.map((item) => (
            <Box
              component="li"
              key={item.key}
              data-index={item.index}
              ref={virtualizer.measureElement}
              aria-setsize={total ?? (hasMore ? -1 : rows.length)}
              aria-posinset={item.index + 1}
              pos="absolute"
              top={0}
              left={0}
              w="100%"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {render(rows[item.index] as Row)}
            </Box>
          ))}
        </Box>
      </Box>
      <Text size="xs" c="dimmed" mt={4} aria-live="polite">
        {text.loaded(rows.length, total)} {loading ? <Loader size={10} aria-label={text.more} /> : null}
      </Text>
    </Box>
  );
}
