import { Box, Button, Group, Loader, Text } from "@mantine/core";
import { useVirtualizer, useWindowVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { memo, type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ListPlace } from "../graph/left-lists.ts";
import { texts, useText } from "../language/language.tsx";
import classes from "./paged-list.module.css";

const said = texts(
  {
    loaded: (count: number, total?: number | null) =>
      total == null ? `${count} shown` : `${count} of ${total}`,
    more: "Loading more",
    failed: "What follows did not come",
    again: "Try again",
  },
  {
    loaded: (count: number, total?: number | null) =>
      total == null ? `已显示 ${count} 条` : `${count} / ${total} 条`,
    more: "继续加载",
    failed: "后面的内容未能加载",
    again: "重试",
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
  /** The page asked for last did not come. */
  readonly failed: boolean;
  readonly again: () => void;
  /** How many there are in all, where that was asked. */
  readonly total?: number | null | undefined;
  readonly label: string;
  /** Where somebody was in it who comes back to it, and where they are noted to be when they leave; only where the page scrolls. */
  readonly place?: ListPlace;
}

/** Rows drawn beyond those in sight, and how near its end the list may be drawn before more is asked for. */
const OVERSCAN = 8;
const NEAR_THE_END = 30;
/**
 * Places are worked out for all rows there will be, or where nobody counted them for twice as many as there are: that
 * takes every row, and is not done while somebody scrolls. So many at least and, of what was counted, at most.
 */
const [FEWEST_PLACES, MOST_PLACES] = [5_000, 200_000] as const;

/**
 * A long list, page by page from the server: only the rows in sight are in the document, and the next page is asked for
 * before its end comes into sight. `rows` grows; it is never asked for twice.
 */
export function PagedList<Row>(props: PagedListProps<Row>) {
  const text = useText(said);
  const { rows, total, loading, failed, again, height } = props;
  return (
    <Box>
      <Text size="sm" c="dimmed" mb={4} aria-live="polite">
        {text.loaded(rows.length, total)} {loading ? <Loader size={10} aria-label={text.more} /> : null}
      </Text>
      {height === undefined ? <ScrolledByPage {...props} /> : <ScrolledInside {...props} height={height} />}
      {/* Whoever has come this far does not see what is said above the list. */}
      {failed && rows.length > 0 ? (
        <Group gap="xs" justify="center" py="xs">
          <Text size="sm">{text.failed}</Text>
          <Button size="compact-sm" variant="default" onClick={again}>
            {text.again}
          </Button>
        </Group>
      ) : null}
    </Box>
  );
}

function useOptions<Row>({ rows, total, keyOf, rowHeight }: PagedListProps<Row>) {
  const known = useRef<{ rows: readonly Row[]; keyOf: (row: Row) => string }>({ rows: [], keyOf });
  const keyAt = useRef<(index: number) => string | number>(String);
  const before = known.current.rows;
  known.current = { rows, keyOf };
  // With a new function the places of all rows are worked out anew: not while the list only goes on.
  if (!goesOn(before, rows, keyOf)) {
    keyAt.current = (index) => {
      const { rows, keyOf } = known.current;
      return index < rows.length ? keyOf(rows[index] as Row) : index;
    };
  }
  const estimateSize = useCallback(() => rowHeight, [rowHeight]);
  const doubled = FEWEST_PLACES * 2 ** Math.max(0, Math.ceil(Math.log2(rows.length / FEWEST_PLACES)));
  const counted = Math.min(total ?? 0, MOST_PLACES);
  const count = counted < rows.length ? doubled : Math.max(counted, FEWEST_PLACES);
  return { count, estimateSize, getItemKey: keyAt.current, overscan: OVERSCAN };
}

/** Whether these are the rows from before, with or without more after them. */
const goesOn = <Row,>(before: readonly Row[], rows: readonly Row[], keyOf: (row: Row) => string): boolean =>
  before.length > 0 &&
  before.length <= rows.length &&
  [0, before.length - 1].every((at) => keyOf(before[at] as Row) === keyOf(rows[at] as Row));

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
  const { place } = props;
  const virtualizer = useWindowVirtualizer({
    ...useOptions(props),
    scrollMargin: top,
    ...(place?.offset === undefined
      ? {}
      : { initialOffset: place.offset, initialMeasurementsCache: place.measured ?? [] }),
  });
  useLayoutEffect(() => {
    if (!place) return;
    const lines = list.current;
    // The rows in sight there are drawn with the next picture.
    const drawn = requestAnimationFrame(() => {
      const at = document.activeElement;
      // Whoever has begun with something else meanwhile stays with it.
      if (!place.link || (at !== document.body && at?.id !== "content")) return;
      lines
        ?.querySelector<HTMLElement>(`a[href="${CSS.escape(place.link)}"]`)
        ?.focus({ preventScroll: true });
    });
    return () => {
      cancelAnimationFrame(drawn);
      const focused = document.activeElement;
      place.offset = virtualizer.scrollOffset ?? 0;
      place.measured = virtualizer.takeSnapshot();
      place.link = lines?.contains(focused) ? (focused?.getAttribute("href") ?? null) : null;
    };
  }, [place, virtualizer]);
  return (
    <Box ref={list} role="region" aria-label={props.label}>
      <Lines {...props} virtualizer={virtualizer} top={top} />
    </Box>
  );
}

function ScrolledInside<Row>(props: PagedListProps<Row> & { height: number }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({ ...useOptions(props), getScrollElement: () => scroller.current });
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
  keyOf,
  render,
  hasMore,
  loading,
  more,
  failed,
  total,
  virtualizer,
  top,
}: PagedListProps<Row> & { virtualizer: Virtualizer<Scroller, Element>; top: number }) {
  const items = virtualizer.getVirtualItems().filter(({ index }) => index < rows.length);
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && !loading && last >= rows.length - NEAR_THE_END) more();
  }, [hasMore, loading, last, rows.length, more]);
  const setSize = total ?? (hasMore || failed ? -1 : rows.length);
  const { measurementsCache: places } = virtualizer;
  const ahead = (places.at(-1)?.end ?? 0) - (places[rows.length - 1]?.end ?? 0);
  return (
    <ul className={classes.lines} style={{ height: virtualizer.getTotalSize() - ahead }}>
      {items.map(({ index, start }) => (
        <li
          key={keyOf(rows[index] as Row)}
          data-index={index}
          ref={virtualizer.measureElement}
          className={classes.line}
          style={{ transform: `translateY(${start - top}px)` }}
          aria-setsize={setSize}
          aria-posinset={index + 1}
        >
          <Drawn row={rows[index] as Row} render={render} />
        </li>
      ))}
    </ul>
  );
}

/** Drawn once for as long as the row stays in sight: while the list moves past, nothing in it changes. */
const Drawn = memo(function Drawn({ row, render }) {
  return render(row);
}) as <Row>(props: { readonly row: Row; readonly render: (row: Row) => ReactNode }) => ReactNode;
