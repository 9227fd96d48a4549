import { Grid } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { lazy, type RefObject, useEffect, useRef, useState } from "react";
import { Route, Switch, useSearchParams } from "wouter";
import { roomNames } from "../../frame/room-names.ts";
import { texts, useLanguage, useText } from "../../language/language.tsx";
import { dayOf, dayText } from "../../language/time.ts";
import { useOffice } from "../../language/work-calendar.tsx";
import { Empty } from "../../parts/empty.tsx";
import { NotFound } from "../../parts/not-found.tsx";
import { Page } from "../../parts/page.tsx";
import { PlaceChoice } from "../../parts/place-choice.tsx";
import { useHolder } from "../../session/session.tsx";
import { ChangeFeed } from "./change-feed.tsx";
import { OverviewCountsDocument } from "./counts.graphql.ts";
import { Departments } from "./departments.tsx";
import { FigureCards } from "./figures.tsx";
import { IntakePanel } from "./intake.tsx";
import { PeriodChoice } from "./period-choice.tsx";
import { PlacePanel } from "./place-panel.tsx";
import { RatesPanel } from "./rates.tsx";
import { Rising } from "./rising.tsx";
import { NewsContext, useFigures } from "./use-figures.ts";
import { usePlaceChanges } from "./use-place-changes.ts";
import { districtOf, homeOf, type View, viewOf } from "./view.ts";
import { WhistlesByKind, WhistlesByState } from "./whistle-bars.tsx";

// What is a click away need not come with the first page.
const CallBacks = lazy(async () => ({ default: (await import("./call-backs.tsx")).CallBacks }));

const said = texts(
  {
    period: (from: string, until: string) => (from === until ? from : `${from} to ${until}`),
    noPlace: "Your post has no place of its own",
    noPlaceAbout: "Open an overview by its address: /overview?place= and the code of a division.",
  },
  {
    period: (from: string, until: string) => (from === until ? from : `${from}至${until}`),
    noPlace: "您的岗位没有所在区划",
    noPlaceAbout: "可用地址 /overview?place= 加区划代码打开总览。",
  },
);

/** How long figures wait for more changes before they are asked for again, in milliseconds. */
const SETTLING = 1_500;

/** The room people see first: how a place stands in a period, every number the way to its list. */
export function Overview() {
  return (
    <Switch>
      <Route path="/overview" component={PlaceOverview} />
      <Route path="/overview/call-backs" component={CallBacks} />
      <Route component={NotFound} />
    </Switch>
  );
}

function PlaceOverview() {
  const text = useText(said);
  const names = useText(roomNames);
  const { language } = useLanguage();
  const holder = useHolder();
  const today = dayOf(useOffice().now);
  const [search, setSearch] = useSearchParams();
  const view = viewOf(search, holder ? homeOf(holder) : "", today);
  const see = (changed: Partial<View>): void =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changed)) next.set(name, value);
      return next;
    });
  if (!view.place) {
    return (
      <Page title={names.overview}>
        <Empty title={text.noPlace}>{text.noPlaceAbout}</Empty>
      </Page>
    );
  }
  return (
    <Page
      title={names.overview}
      about={text.period(dayText(view.from, language), dayText(view.until, language))}
      tools={
        <>
          <PlaceChoice
            value={view.place}
            within={districtOf(view.place)}
            onChange={(place) => see({ place })}
          />
          <PeriodChoice view={view} onChange={see} />
        </>
      }
    >
      <Panels {...view} />
    </Page>
  );
}

function Panels({ place, from, until }: View) {
  const [news, setNews] = useState(0);
  const tell = useDebouncedCallback(() => setNews((before) => before + 1), SETTLING);
  const changes = usePlaceChanges(place, tell);
  // The link by which one came here is gone with the table it stood in: whoever goes by keyboard goes on from here.
  const here = useRef<HTMLElement>(null);
  const shown = useRef(place);
  useEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    if (document.activeElement === document.body) here.current?.focus();
  }, [place]);
  return (
    <NewsContext.Provider value={news}>
      {/* Of another place or period nothing that was shown holds: it is not left standing until the new is there. */}
      <Figures
        key={`${place} ${from} ${until}`}
        view={{ place, from, until }}
        changes={changes}
        here={here}
      />
    </NewsContext.Provider>
  );
}

function Figures({
  view,
  changes,
  here,
}: {
  view: View;
  changes: ReturnType<typeof usePlaceChanges>;
  here: RefObject<HTMLElement>;
}) {
  const { data, refusals, again } = useFigures(OverviewCountsDocument, {
    division: view.place,
    from: view.from,
    until: view.until,
  });
  const whistles = data?.whistleCounts ?? undefined;
  return (
    <>
      <FigureCards view={view} counts={data} refusals={refusals} again={again} />
      <RatesPanel view={view} />
      <Grid gutter="md">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <PlacePanel view={view} counts={data} here={here} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <ChangeFeed {...changes} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <IntakePanel view={view} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 6, lg: 4 }}>
          <WhistlesByKind view={view} counts={whistles} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 6, lg: 4 }}>
          <WhistlesByState view={view} counts={whistles} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Departments view={view} units={whistles?.units} />
        </Grid.Col>
        <Grid.Col span={12}>
          <Rising view={view} />
        </Grid.Col>
      </Grid>
    </>
  );
}
