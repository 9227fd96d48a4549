import { useQuery } from "urql";
import { useSearchParams } from "wouter";
import { NamelessAddress, useNameless } from "../../frame/nameless-address.tsx";
import { roomNames } from "../../frame/room-names.ts";
import { usePages } from "../../graph/use-pages.ts";
import { texts, useText } from "../../language/language.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Page } from "../../parts/page.tsx";
import { PagedList } from "../../parts/paged-list.tsx";
import { Refusals } from "../../parts/refusals.tsx";
import { drawTicket } from "../../parts/ticket-line.tsx";
import { Unwritten } from "../../parts/unwritten.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { mayNameInTickets, ticketsNamed } from "./ticket-address.ts";
import { TicketCountDocument } from "./ticket-count.graphql.ts";
import { TicketFilters } from "./ticket-filters.tsx";
import { TicketsDocument } from "./tickets.graphql.ts";

const said = texts(
  {
    empty: "No ticket fits",
    widen:
      "Take away a filter, or choose a wider place or a longer time. You see the tickets your post may see.",
    list: "Tickets",
  },
  {
    empty: "没有符合条件的工单",
    widen: "可去掉某个条件，或扩大区划、时间范围。此处只列出您的岗位有权查看的工单。",
    list: "工单列表",
  },
);

const PAGE_SIZE = 50;

/** Tickets by whatever the address names: where the numbers of the other rooms lead. */
export function Tickets() {
  return (
    <NamelessAddress mayName={mayNameInTickets}>
      <TicketsNamed />
    </NamelessAddress>
  );
}

function TicketsNamed() {
  const names = useText(roomNames);
  const { gone } = useNameless();
  return (
    <Page title={names.tickets}>
      <TicketFilters />
      <Unwritten />
      {gone ? null : <TicketList />}
    </Page>
  );
}

function TicketList() {
  const text = useText(said);
  const [address] = useSearchParams();
  const { filter, order } = ticketsNamed(address);
  const [{ data: counted }] = useQuery({ query: TicketCountDocument, variables: { filter } });
  const total = counted?.tickets?.totalCount;
  const pages = usePages(TicketsDocument, { filter, order, first: PAGE_SIZE }, ({ tickets }) => tickets);
  const { rows, loading, refusals, again } = pages;

  return (
    <>
      <Refusals refusals={refusals} retry={again} />
      {rows.length === 0 && loading ? <Waiting lines={12} height={44} /> : null}
      {rows.length === 0 && !loading && refusals.length === 0 ? (
        <Empty title={text.empty}>{text.widen}</Empty>
      ) : null}
      {rows.length > 0 ? (
        <PagedList
          {...pages}
          label={text.list}
          total={total}
          keyOf={({ number }) => number}
          rowHeight={62}
          render={drawTicket}
        />
      ) : null}
    </>
  );
}
