import { Anchor, Breadcrumbs, Grid, Select, Skeleton, Text } from "@mantine/core";
import { type RefObject, useMemo } from "react";
import { Link, useLocation, useSearchParams } from "wouter";
import { saying } from "../../frame/saying.ts";
import { texts, useText } from "../../language/language.tsx";
import { Panel } from "../../parts/panel.tsx";
import { Refusals } from "../../parts/refusals.tsx";
import type { OverviewCountsQuery } from "./counts.graphql.ts";
import { measureNames } from "./measure-names.ts";
import { PlaceMap } from "./place-map.tsx";
import { OverviewPlaceRatesDocument } from "./place-rates.graphql.ts";
import { isKnown, isRate, listBehind, measuresOf, placeRows } from "./place-rows.ts";
import { shapesBelow } from "./place-shapes.ts";
import { PlaceTable } from "./place-table.tsx";
import type { OverviewPlacesQuery } from "./places.graphql.ts";
import { type Figures, useWholeFigures } from "./use-figures.ts";
import { districtOf, type View } from "./view.ts";
import { WhenThere } from "./when-there.tsx";
import { wholePlaceRates } from "./whole-places.ts";

const said = texts(
  {
    title: "By place",
    measure: "Coloured by",
    synthetic: "Synthetic shapes, not real boundaries",
    up: "Place",
  },
  { title: "按区划", measure: "着色指标", synthetic: "示意图形，非真实边界", up: "所在区划" },
);

const HEIGHT = 400;

/** The places directly below, on a map and in a table: both go down into a place, and to the list behind a figure. */
export function PlacePanel({
  view,
  counts,
  places,
  here,
}: {
  view: View;
  counts: Figures<OverviewCountsQuery>;
  places: Figures<OverviewPlacesQuery>;
  /** The way back up, which has the focus of whoever came down. */
  here: RefObject<HTMLElement>;
}) {
  const text = useText(said);
  const names = useText(measureNames);
  const [search, setSearch] = useSearchParams();
  const [, go] = useLocation();
  const offered = measuresOf(view.place);
  const measure = offered.find((each) => each === search.get("measure")) ?? "received";
  const rates = useWholeFigures(
    OverviewPlaceRatesDocument,
    { division: view.place, from: view.from, until: view.until },
    wholePlaceRates,
    !isRate(measure),
  );
  const division = places.data?.division;
  const counted = isRate(measure) ? rates : counts;
  // A rate that a system failed to tell is not one that there is none of.
  const failed = isRate(measure) && rates.refusals.some(({ fault }) => fault === "SYSTEM");
  const known = !failed && isKnown(measure, { counts: counts.data, rates: rates.data });
  // Without the places below there are still those of which something is counted: by their codes they add up as well.
  const ready = known && (division || places.refusals.length > 0);
  const rows = useMemo(
    () =>
      ready
        ? placeRows(view, measure, { counts: counts.data, places: places.data, rates: rates.data })
        : undefined,
    [ready, view, measure, counts.data, places.data, rates.data],
  );
  const shapes = useMemo(() => (division ? shapesBelow(division) : undefined), [division]);
  const below = (code: string) => `/overview?${saying(search, "place", code)}`;

  return (
    <Panel
      title={text.title}
      about={<PlacePath here={here} view={view} path={division?.path ?? []} hrefOf={below} />}
      tools={
        <Select
          size="xs"
          aria-label={text.measure}
          value={measure}
          allowDeselect={false}
          data={offered.map((each) => ({ value: each, label: names[each] }))}
          onChange={(value) => value && setSearch(saying(search, "measure", value))}
        />
      }
    >
      {!known && counted.refusals.length > 0 ? (
        <Refusals refusals={counted.refusals} retry={counted.again} />
      ) : (
        <Grid gutter="sm">
          <Grid.Col span={{ base: 12, md: 7 }}>
            <WhenThere value={rows && shapes} refusals={places.refusals} again={places.again} height={HEIGHT}>
              {(drawn) => (
                <PlaceMap
                  name={view.place}
                  shapes={drawn}
                  rows={rows ?? []}
                  measure={measure}
                  height={HEIGHT}
                  onChoose={(row) => go(row.kind === "division" ? below(row.code) : row.list)}
                />
              )}
            </WhenThere>
            <Text size="xs" c="dimmed">
              {text.synthetic}
            </Text>
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 5 }}>
            {rows ? (
              <PlaceTable
                rows={rows}
                measure={measure}
                list={listBehind(view, measure)}
                height={HEIGHT}
                hrefOf={below}
              />
            ) : (
              <Skeleton h={HEIGHT} />
            )}
          </Grid.Col>
        </Grid>
      )}
    </Panel>
  );
}

/** The way back up, as far as the district. */
function PlacePath({
  here,
  view,
  path,
  hrefOf,
}: {
  here: RefObject<HTMLElement>;
  view: View;
  path: readonly { code: string; name: string }[];
  hrefOf: (code: string) => string;
}) {
  const text = useText(said);
  const district = districtOf(view.place);
  const above = path.filter(({ code }) => code !== view.place && code.length >= district.length);
  return (
    <nav aria-label={text.up} tabIndex={-1} ref={here}>
      <Breadcrumbs separator="›" separatorMargin={6} mih={20}>
        {above.map(({ code, name }) => (
          <Anchor key={code} component={Link} href={hrefOf(code)} size="sm">
            {name}
          </Anchor>
        ))}
        <Text span size="sm" fw={600} c="var(--mantine-color-text)" aria-current="page">
          {path.find(({ code }) => code === view.place)?.name ?? view.place}
        </Text>
      </Breadcrumbs>
    </nav>
  );
}
