import { Title } from "@mantine/core";
import { useEffect } from "react";
import type { usePages } from "../../../graph/use-pages.ts";
import { texts, useText } from "../../../language/language.tsx";
import { PagedList } from "../../../parts/paged-list.tsx";
import { Refusals } from "../../../parts/refusals.tsx";
import { useUnitNames } from "../../../parts/unit-names.ts";
import { Waiting } from "../../../parts/waiting.tsx";
import { LookRow } from "./look-row.tsx";
import type { LookRowFragment } from "./looked-at-me.graphql.ts";

const said = texts("Accesses", "查阅情况");

/** One list of looks, and whether there are any, for whoever has to say that there are none at all. */
export function LookList({
  pages: { rows, hasMore, loading, refusals, more, failed, again },
  title,
  known,
}: {
  pages: ReturnType<typeof usePages<unknown, Record<string, never>, LookRowFragment>>;
  title?: string | undefined;
  known: (any: boolean) => void;
}) {
  const text = useText(said);
  const unitName = useUnitNames(rows.map(({ unit }) => unit));
  const numbered = rows.map((look, place) => ({ look, place }));
  const settled = !loading && (rows.length > 0 || !hasMore);
  useEffect(() => {
    if (settled) known(rows.length > 0 || refusals.length > 0);
  }, [settled, rows.length, refusals.length, known]);
  return (
    <section aria-busy={loading}>
      <Refusals refusals={refusals} retry={again} />
      {rows.length === 0 && loading ? <Waiting lines={6} height={36} /> : null}
      {rows.length > 0 && title ? (
        <Title order={2} size="h4">
          {title}
        </Title>
      ) : null}
      {rows.length > 0 ? (
        <PagedList
          rows={numbered}
          keyOf={({ place }) => String(place)}
          rowHeight={120}
          label={title ?? text}
          {...{ hasMore, loading, more, failed, again }}
          render={({ look }) => <LookRow look={look} unitName={unitName} />}
        />
      ) : null}
    </section>
  );
}
