import { texts, useText } from "../../../language/language.tsx";
import classes from "./departments.module.css";
import type { PartState } from "./part-state.ts";

export const stateNames = texts<Readonly<Record<PartState | "ASKED", string>>>(
  {
    SHOWN: "On record",
    NONE: "No record",
    WITHHELD: "Withheld",
    DOWN: "System unavailable",
    ASKED: "Asking",
  },
  { SHOWN: "有记录", NONE: "无记录", WITHHELD: "未开放", DOWN: "系统暂不可用", ASKED: "查询中" },
);

/** A filled disc, an empty one, a lock, a broken line, dots: told apart in black and white too. */
const marks: Readonly<Record<PartState | "ASKED", string>> = {
  SHOWN: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z",
  NONE: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm0 1.6a4.4 4.4 0 1 1 0 8.8 4.4 4.4 0 0 1 0-8.8z",
  WITHHELD: "M5 7V5a3 3 0 0 1 6 0v2h1v7H4V7zm1.5 0h3V5a1.5 1.5 0 0 0-3 0z",
  DOWN: "M8 1.5 15 14H1zM7.2 6v4.2h1.6V6zm0 5.2v1.5h1.6v-1.5z",
  ASKED: "M3 7h2v2H3zm4 0h2v2H7zm4 0h2v2h-2z",
};

/** How it stands with a department's part: a word and a mark of its own shape. */
export function PartMark({ state, count }: { state: PartState | "ASKED"; count?: number }) {
  const names = useText(stateNames);
  return (
    <span className={classes.mark} data-state={state}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path fill="currentColor" fillRule="evenodd" d={marks[state]} />
      </svg>
      {names[state]}
      {count === undefined ? null : ` ${count}`}
    </span>
  );
}
