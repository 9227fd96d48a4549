import type { ReactNode } from "react";
import type { Refusal } from "../../graph/refusal.ts";
import { Empty } from "../../parts/empty.tsx";
import { PagedList } from "../../parts/paged-list.tsx";
import { Refusals } from "../../parts/refusals.tsx";
import { Waiting } from "../../parts/waiting.tsx";

interface Pages<Row> {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly refusals: readonly Refusal[];
  readonly more: () => void;
  readonly failed: boolean;
  readonly again: () => void;
}

/** A list by its pages, in all its states: coming, refused, empty, there. */
export function NumberedRows<Row extends { readonly number: string }>({
  pages: { rows, hasMore, loading, refusals, more, failed, again },
  label,
  none,
  noneAbout,
  render,
}: {
  pages: Pages<Row>;
  label: string;
  none: string;
  noneAbout?: string;
  render: (row: Row) => ReactNode;
}) {
  return (
    <>
      <Refusals refusals={refusals} retry={again} />
      {rows.length === 0 && loading ? <Waiting lines={8} height={36} /> : null}
      {rows.length === 0 && !loading && refusals.length === 0 ? (
        <Empty title={none}>{noneAbout}</Empty>
      ) : null}
      {rows.length > 0 ? (
        <PagedList
          rows={rows}
          keyOf={({ number }) => number}
          rowHeight={200}
          label={label}
          {...{ hasMore, loading, more, failed, again, render }}
        />
      ) : null}
    </>
  );
}
