import { Text } from "@mantine/core";
import { useMemo } from "react";
import { useSubscription } from "urql";
import { useLink, useReturns } from "../../../graph/link.ts";
import { changeKinds } from "../../../language/change-kinds.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { hourText } from "../../../language/time.ts";
import { CaseChangesDocument, type CaseChangesSubscription } from "./case-changes.graphql.ts";

type Change = CaseChangesSubscription["ticketChanges"];

export interface Followed {
  /** How many changes were told since the page was opened, or may have been made and not told. */
  readonly changes: number;
  readonly latest: Change | undefined;
}

const nothing: Followed = { changes: 0, latest: undefined };

/**
 * Follows one case while its page is open. Changes made while the connection was lost are told when it is back; before
 * the first was told there is none to go on from, and the case counts as changed.
 */
export function useFollowed(number: string): Followed {
  const variables = useMemo(() => ({ number }), [number]);
  const [{ data = nothing }] = useSubscription<CaseChangesSubscription, Followed, { number: string }>(
    { query: CaseChangesDocument, variables },
    ({ changes } = nothing, { ticketChanges }) => ({ changes: changes + 1, latest: ticketChanges }),
  );
  const returns = useReturns(data.latest === undefined);
  return { ...data, changes: data.changes + returns };
}

const said = texts(
  {
    changed: (what: string, at: string) => `Changed at ${at}: ${what}. The page shows it as it is now.`,
    lost: "The connection for changes is lost. It is being tried again; what is shown may be out of date.",
  },
  {
    changed: (what: string, at: string) => `${at} 有变更：${what}，页面已更新。`,
    lost: "变更通知连接中断，正在重连，所示内容可能不是最新。",
  },
);

/** Says what changed under the reader's eyes, and that changes may be missing while they cannot be told. */
export function ChangeNote({ latest }: { latest: Change | undefined }) {
  const text = useText(said);
  const { language } = useLanguage();
  const link = useLink();
  return (
    <Text
      size="sm"
      role="status"
      aria-live="polite"
      className="no-print"
      c={link === "lost" ? "var(--late)" : "dimmed"}
    >
      {link === "lost"
        ? text.lost
        : latest &&
          text.changed(changeKinds[latest.kind]?.[language] ?? latest.kind, hourText(latest.at, language))}
    </Text>
  );
}
