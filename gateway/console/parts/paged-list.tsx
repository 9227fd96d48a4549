import { Box, Loader, Text } from "@mantine/core";
import { useVirtualizer, useWindowVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
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

interface PagedListProps<Row> {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly render: (row: Row) => ReactNode;
  /** About how high a row is, in pixels; each is measured once it is drawn. */
  readonly rowHeight: number;
  /** A list inside a page that has more to show scrolls by itself, within so many pixels; else the page scrolls. */
  readonly height?: number;
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly more: () => void;
  /** How many there are in all, where that was asked. */
  readonly total?: number | null | undefined;
  readonly label: string;
}

/** Rows drawn beyond those in sight, and how near its end the list may be drawn before more is asked for. */
const OVERSCAN = 8;
const NEAR_THE_END = 30;

/**
 * A long list, page by page from the server: only the rows in sight are in the document, and the next page is asked for
 * before its end comes into sight. `rows` grows; it is never asked for twice.
 */
export function PagedList<Row>(props: PagedListProps<Row>) {
  const text = useText(said);
  const { rows, total, loading, height } = props;
  return (
    <Box>
      <Text size="sm" c="dimmed" mb={4} aria-live="polite">
        {text.loaded(rows.length, total)} {loading ? <Loader size={10} aria-label={text.more} /> : null}
      </Text>
      {height === undefined ? <ScrolledByPage {...props} /> : <ScrolledInside {...props} height={height} />}
    </Box>
  );
}

const optionsOf = <Row,>({ rows, keyOf, rowHeight }: PagedListProps<Row>) => ({
  count: rows.length,
  estimateSize: () => rowHeight,
  getItemKey: (index: number) => keyOf(rows[index] as Row),
  overscan: OVERSCAN,
});

function ScrolledByPage<Row>(props: PagedListProps<Row>) {
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  // What stands above the list may grow and shrink: filters, a notice.
  useLayoutEffect(() => {
    const measure = () =>
      setTop(Math.round((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY));
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(document.body);
    return () => watching.disconnect();
  }, []);
  const virtualizer = useWindowVirtualizer({ ...optionsOf(props), scrollMargin: top });
  return (
    <Box ref={list} role="region" aria-label={props.label}>
      <Lines {...props} virtualizer={virtualizer} top={top} />
    </Box>
  );
}

function ScrolledInside<Row>(props: PagedListProps<Row> & { height: number }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({ ...optionsOf(props), getScrollElement: () => scroller.current });
  return (
    <Box
      ref={scroller}
      mah={props.height}
      style={{ overflow: "auto" }}
      tabIndex={0}
      role="region"
      aria-label={props.label}
    >
      <Lines {...props} virtualizer={virtualizer} top={0} />
    </Box>
  );
}

function Lines<Row, Scroller extends Element | Window>({
  rows,
  render,
  hasMore,
  loading,
  more,
  total,
  virtualizer,
  top,
}: PagedListProps<Row> & { virtualizer: Virtualizer<Scroller, Element>; top: number }) {
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && !loading && last >= rows.length - NEAR_THE_END) more();
  }, [hasMore, loading, last, rows.length, more]);
  return (
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
          style={{ transform: `translateY(${item.start - top}px)` }}
        >
          {render(rows[item.index] as Row)}
        </Box>
      ))}
    </Box>
  );
}
