import { Button, Skeleton, VisuallyHidden } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import type { Group } from "./group.ts";
import classes from "./group-links.module.css";
import type { Counts } from "./use-counts.ts";

const said = texts(
  {
    groups: "What waits",
    late: (count: number) => `${count} overdue`,
    waiting: "being counted",
    unknown: "?",
  },
  { groups: "待办分类", late: (count: number) => `超期 ${count}`, waiting: "统计中", unknown: "？" },
);

/** The sorts of what waits, with how many there are and how many of them are late; folded on a phone. */
export function GroupLinks({
  groups,
  counts,
  chosen,
}: {
  groups: readonly Group[];
  counts: Counts;
  chosen: Group | undefined;
}) {
  const text = useText(said);
  const { language } = useLanguage();
  const [unfolded, setUnfolded] = useState(false);
  return (
    <nav aria-label={text.groups} className={classes.nav}>
      <Button
        hiddenFrom="sm"
        variant="default"
        size="md"
        fullWidth
        justify="space-between"
        aria-expanded={unfolded}
        rightSection={<span aria-hidden="true">{unfolded ? "▴" : "▾"}</span>}
        onClick={() => setUnfolded(!unfolded)}
      >
        {chosen?.name[language] ?? text.groups}
      </Button>
      <div className={`${classes.groups} ${unfolded ? "" : classes.folded}`}>
        {groups.map(({ id, name }) => (
          <Link
            key={id}
            href={`/work?group=${id}`}
            className={`${classes.group} ${isEmpty(counts.get(id)) ? classes.none : ""}`}
            aria-current={id === chosen?.id ? "page" : undefined}
            onClick={() => setUnfolded(false)}
          >
            <span>{name[language]}</span>
            <Numbers count={counts.get(id)} />
          </Link>
        ))}
      </div>
    </nav>
  );
}

type Known = ReturnType<Counts["get"]>;

const isEmpty = (count: Known): boolean => typeof count === "object" && count.all === 0;

function Numbers({ count }: { count: Known }) {
  const text = useText(said);
  if (count === undefined) {
    return (
      <span className={classes.numbers}>
        <Skeleton width={20} height={14} />
        <VisuallyHidden>{text.waiting}</VisuallyHidden>
      </span>
    );
  }
  if (count === "unknown") return <span className={classes.numbers}>{text.unknown}</span>;
  return (
    <span className={classes.numbers}>
      {count.late > 0 ? <span className={classes.late}>{text.late(count.late)}</span> : null}
      <span>{count.all}</span>
    </span>
  );
}
