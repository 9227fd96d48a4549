import { Skeleton } from "@mantine/core";
import { useQuery } from "urql";
import { useSearchParams } from "wouter";
import { useNameless } from "../../../frame/nameless-address.tsx";
import { saying } from "../../../frame/saying.ts";
import { refusalsOf } from "../../../graph/refusal.ts";
import { usePages } from "../../../graph/use-pages.ts";
import { texts, useText } from "../../../language/language.tsx";
import { dayOf } from "../../../language/time.ts";
import { useOffice } from "../../../language/work-calendar.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { useOwners } from "../../../parts/owner-names.ts";
import { PagedList } from "../../../parts/paged-list.tsx";
import { Refusals } from "../../../parts/refusals.tsx";
import { useUnitNames } from "../../../parts/unit-names.ts";
import { Unwritten } from "../../../parts/unwritten.tsx";
import { Waiting } from "../../../parts/waiting.tsx";
import { AccessPage } from "../access-page.tsx";
import type { Standing } from "../standing.ts";
import { AccessRecordsDocument } from "./access-records.graphql.ts";
import { OwnerBoardsDocument } from "./owner-boards.graphql.ts";
import { OwnerBoards } from "./owner-boards.tsx";
import { recordsNamed } from "./record-address.ts";
import { RecordFilters } from "./record-filters.tsx";
import { RecordRow } from "./record-row.tsx";

const said = texts(
  {
    title: "Access",
    about:
      "Who read your data, when, what, and on which ground. Every access to what is not public is on record.",
    list: "Access records",
    none: "No access on record",
    noneFor: "Nobody read anything in these days that fits. Choose other days or clear the conditions.",
  },
  {
    title: "数据访问",
    about: "谁在何时、凭什么依据查阅了本单位的数据。凡查阅非公开数据，均有记录。",
    list: "访问记录",
    none: "没有访问记录",
    noneFor: "所选日期内没有符合条件的访问。可另选日期，或清除条件。",
  },
);

const PAGE = 50;

/** An owner's first look: what waits for them, and who read what. */
export function Records({ standing }: { standing: Standing }) {
  const text = useText(said);
  const { gone } = useNameless();
  const [{ data, error }] = useQuery({ query: OwnerBoardsDocument });
  const subgraphs = data?.ownerDashboards?.map(({ subgraph }) => subgraph) ?? [];
  return (
    <AccessPage standing={standing} title={text.title} about={text.about}>
      <Refusals refusals={refusalsOf(error)} />
      {data?.ownerDashboards ? <OwnerBoards boards={data.ownerDashboards} /> : <Skeleton height={62} />}
      <RecordFilters subgraphs={subgraphs} />
      <Unwritten />
      {gone ? null : <RecordList ofMany={subgraphs.length > 1} />}
    </AccessPage>
  );
}

function RecordList({ ofMany }: { ofMany: boolean }) {
  const text = useText(said);
  const { now } = useOffice();
  const [address] = useSearchParams();
  const { ownerName } = useOwners();
  const { rows, hasMore, loading, refusals, more, failed, again, place } = usePages(
    AccessRecordsDocument,
    { filter: recordsNamed(address, dayOf(now)), first: PAGE },
    ({ accessRecords }) => accessRecords,
  );
  const unitName = useUnitNames(rows.map(({ unit }) => unit));
  const narrowed = (name: string, value: string) => `/access?${saying(address, name, value)}`;
  return (
    <>
      <Refusals refusals={refusals} retry={again} />
      {rows.length === 0 && loading ? <Waiting lines={12} height={36} /> : null}
      {rows.length === 0 && !loading && refusals.length === 0 ? (
        <Empty title={text.none}>{text.noneFor}</Empty>
      ) : null}
      {rows.length > 0 ? (
        <PagedList
          rows={rows}
          keyOf={({ id }) => id}
          rowHeight={130}
          label={text.list}
          {...{ hasMore, loading, more, failed, again, place }}
          render={(record) => (
            <RecordRow
              record={record}
              unitName={unitName}
              ownerName={ofMany ? ownerName : undefined}
              narrowed={narrowed}
            />
          )}
        />
      ) : null}
    </>
  );
}
