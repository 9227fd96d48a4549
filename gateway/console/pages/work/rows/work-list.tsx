import { Box, Button, Group, Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { ListPlace } from "../../../graph/left-lists.ts";
import type { Refusal } from "../../../graph/refusal.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { type Move, offered } from "../../../parts/moves/move.ts";
import { MoveDrawer } from "../../../parts/moves/move-drawer.tsx";
import { PagedList } from "../../../parts/paged-list.tsx";
import { Refusals } from "../../../parts/refusals.tsx";
import { Waiting } from "../../../parts/waiting.tsx";
import { useHolder } from "../../../session/session.tsx";
import { useNewer } from "../news/use-newer.ts";
import { useWork } from "../work-context.ts";
import type { Row } from "./row.ts";
import classes from "./work-line.module.css";
import { WorkLine } from "./work-line.tsx";

const said = texts(
  {
    empty: "Nothing waits here",
    done: (what: string, which: string) => `Done: ${what}, ${which}`,
    newer: "Something else waits here now, or no longer does.",
    show: "Show the list as it is",
  },
  {
    empty: "此处暂无待办",
    done: (what: string, which: string) => `${which} 已完成：${what}`,
    newer: "此处待办已有增减。",
    show: "显示最新列表",
  },
);

interface Pages<Subject> {
  readonly rows: readonly Subject[];
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly refusals: readonly Refusal[];
  readonly more: () => void;
  readonly failed: boolean;
  readonly again: () => void;
  readonly place: ListPlace;
}

interface Open<Subject> {
  readonly key: string;
  readonly move: Move<Subject>;
}

/**
 * A list of what waits, and what may be done with each in its place. What something was done with stays where it is, as
 * it now stands, until the list is opened anew: the next step is at hand, and nothing jumps under a finger. What others
 * do is shown in the same way; that something came or went is said, and shown when one asks for it.
 */
export function WorkList<Subject>({
  pages,
  rowOf,
  moves,
  reread,
}: {
  pages: Pages<Subject>;
  rowOf: (subject: Subject) => Row;
  moves: readonly Move<Subject>[];
  /** Asks how one thing stands now; absent where the graph cannot be asked for one. */
  reread?: (subject: Subject) => Promise<Subject | null | undefined>;
}) {
  const text = useText(said);
  const { language } = useLanguage();
  const { label, total, news, drafts, changed, again: anew } = useWork();
  const holder = useHolder();
  const [fresh, setFresh] = useState<ReadonlyMap<string, Subject>>(new Map());
  const [moved, setMoved] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<Open<Subject> | undefined>();
  const [told, setTold] = useState("");
  const here = useRef<HTMLParagraphElement>(null);
  const { rows, loading, refusals, again } = pages;

  const lookAgain = async (subject: Subject): Promise<void> => {
    const now = await reread?.(subject);
    if (now) setFresh((before) => new Map(before).set(rowOf(subject).key, now));
  };
  const { isNewer, disregard } = useNewer({
    news,
    total,
    numbers: rows.map((each) => rowOf(each).number ?? ""),
    onChanged: (index) => {
      const subject = rows[index];
      if (subject) void lookAgain(subject);
    },
  });
  const isEmpty = rows.length === 0 && !loading && refusals.length === 0;
  // Nobody reads in an empty list: nothing can move under their eyes.
  useEffect(() => {
    if (isNewer && isEmpty) anew();
  }, [isNewer, isEmpty, anew]);
  if (!holder) return null;

  const current = rows.map((each) => fresh.get(rowOf(each).key) ?? each);
  const subjectOf = (key: string): Subject | undefined => current.find((each) => rowOf(each).key === key);
  const done = async (subject: Subject, move: Move<Subject>): Promise<void> => {
    const { key, number, title } = rowOf(subject);
    setOpen(undefined);
    setMoved((before) => new Set(before).add(key));
    setTold(text.done(move.label[language], number ?? title));
    disregard();
    changed();
    await lookAgain(subject);
  };
  const subject = open ? subjectOf(open.key) : undefined;

  return (
    <Box>
      <Text ref={here} tabIndex={-1} role="status" size="sm" fw={600} mih={22} className={classes.told ?? ""}>
        {told}
      </Text>
      <Refusals refusals={refusals} retry={again} />
      {rows.length === 0 && loading ? <Waiting lines={8} height={72} /> : null}
      {isEmpty ? <Empty title={text.empty} /> : null}
      {isNewer && !isEmpty ? (
        <Group gap="xs" role="status" mb="xs">
          <Text size="sm">{text.newer}</Text>
          <Button size="compact-sm" variant="light" onClick={anew}>
            {text.show}
          </Button>
        </Group>
      ) : null}
      {rows.length > 0 ? (
        <PagedList
          {...pages}
          rows={current}
          label={label}
          // What was dealt with stays in sight and is no longer counted.
          total={moved.size > 0 ? undefined : total}
          keyOf={(each) => rowOf(each).key}
          rowHeight={104}
          render={(each) => {
            const row = rowOf(each);
            const isDone = moved.has(row.key);
            // What cannot be read again no longer shows how it stood, and offers nothing.
            const past = isDone && !reread;
            return (
              <WorkLine
                row={past ? { ...row, state: null, due: undefined, since: undefined } : row}
                moved={isDone}
                moves={past ? [] : offered(moves, each, holder)}
                open={(move) => setOpen({ key: row.key, move })}
              />
            );
          }}
        />
      ) : null}
      <MoveDrawer
        open={open && subject ? { move: open.move, subject, which: rowOf(subject) } : undefined}
        moves={moves}
        drafts={drafts}
        close={() => setOpen(undefined)}
        choose={(move) => open && setOpen({ ...open, move })}
        done={done}
        refused={lookAgain}
        // What is told stands on top of the list, and the row that was dealt with is what one looks at.
        left={() => here.current?.focus({ preventScroll: true })}
      />
    </Box>
  );
}
