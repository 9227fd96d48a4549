import { useQuery } from "urql";
import { useSearchParams } from "wouter";
import { roomNames } from "../../../frame/room-names.ts";
import { usePages } from "../../../graph/use-pages.ts";
import { texts, useText } from "../../../language/language.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { Page } from "../../../parts/page.tsx";
import { PagedList } from "../../../parts/paged-list.tsx";
import { Refusals } from "../../../parts/refusals.tsx";
import { Waiting } from "../../../parts/waiting.tsx";
import { useIsOfficial } from "../official.ts";
import { BlowLink } from "./blow-link.tsx";
import { whistlesNamed } from "./whistle-address.ts";
import { WhistleCountDocument } from "./whistle-count.graphql.ts";
import { WhistleFilters } from "./whistle-filters.tsx";
import { drawWhistle } from "./whistle-line.tsx";
import { WhistlesDocument } from "./whistles.graphql.ts";

const said = texts(
  {
    about: "Who was called to what, by when, and how it stands.",
    empty: "No whistle fits",
    widen:
      "Take away a filter, or choose a wider place or a longer time. You see the whistles your post may see.",
    list: "Whistles",
  },
  {
    about: "谁被吹哨、何事、何时到期、办到哪一步。",
    empty: "没有符合条件的哨",
    widen: "可去掉某个条件，或扩大区划、时间范围。此处只列出您的岗位有权查看的哨。",
    list: "哨列表",
  },
);

const PAGE_SIZE = 50;

/** Whistles by whatever the address names: where the numbers of the other rooms lead. */
export function WhistleList() {
  const text = useText(said);
  const names = useText(roomNames);
  const [address] = useSearchParams();
  const { filter, order } = whistlesNamed(address);
  const [{ data: counted }] = useQuery({ query: WhistleCountDocument, variables: { filter } });
  const official = useIsOfficial();
  const asked = { filter, order, first: PAGE_SIZE, official };
  const pages = usePages(WhistlesDocument, asked, ({ whistles }) => whistles);
  const { rows, loading, refusals, again } = pages;

  return (
    <Page title={names.whistles} about={text.about} tools={<BlowLink />}>
      <WhistleFilters />
      <Refusals refusals={refusals} retry={again} />
      {rows.length === 0 && loading ? <Waiting lines={10} height={64} /> : null}
      {rows.length === 0 && !loading && refusals.length === 0 ? (
        <Empty title={text.empty}>{text.widen}</Empty>
      ) : null}
      {rows.length > 0 ? (
        <PagedList
          {...pages}
          label={text.list}
          total={counted?.whistles?.totalCount}
          keyOf={({ number }) => number}
          rowHeight={84}
          render={drawWhistle}
        />
      ) : null}
    </Page>
  );
}
