import { Alert, Anchor, Grid } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { lazy, type RefObject, useEffect, useRef, useState } from "react";
import { Link, Route, Switch, useSearchParams } from "wouter";
import { roomNames } from "../../frame/room-names.ts";
import { refusalAt } from "../../graph/refusal.ts";
import { texts, useLanguage, useText } from "../../language/language.tsx";
import { dayOf, dayText } from "../../language/time.ts";
import { useOffice } from "../../language/work-calendar.tsx";
import { Empty } from "../../parts/empty.tsx";
import { NotFound } from "../../parts/not-found.tsx";
import { Page } from "../../parts/page.tsx";
import { PlaceChoice } from "../../parts/place-choice.tsx";
import { Refusals } from "../../parts/refusals.tsx";
import { useHolder } from "../../session/session.tsx";
import { ChangeFeed } from "./change-feed.tsx";
import { OverviewCountsDocument } from "./counts.graphql.ts";
import { Departments } from "./departments.tsx";
import { FigureCards } from "./figures.tsx";
import { IntakePanel } from "./intake.tsx";
import { PeriodChoice } from "./period-choice.tsx";
import { PlacePanel } from "./place-panel.tsx";
import { OverviewPlacesDocument } from "./places.graphql.ts";
import { RatesPanel } from "./rates.tsx";
import { Rising } from "./rising.tsx";
import { NewsContext, useFigures, useWholeFigures } from "./use-figures.ts";
import { usePlaceChanges } from "./use-place-changes.ts";
import { districtOf, homeOf, isCommunity, isWithin, noDaysIn, type View, viewOf } from "./view.ts";
import { WhistlesByKind, WhistlesByState } from "./whistle-bars.tsx";
import { wholePlaces } from "./whole-places.ts";

// What is a click away need not come with the first page.
const CallBacks = lazy(async () => ({ default: (await import("./call-backs.tsx")).CallBacks }));

const said = texts(
  {
    period: (from: string, until: string) => (from === until ? from : `${from} to ${until}`),
    noPlace: "Your post has no place of its own",
    noPlaceAbout: "Open an overview by its address: /overview?place= and the code of a division.",
    unknown: (code: string) => `There is no division ${code}`,
    own: "Go to your own place",
    noDay: (written: string) => `${written} is no day: the usual period is shown.`,
    elsewhere: "This place lies outside your own: counted is only what you may see of it.",
  },
  {
    period: (from: string, until: string) => (from === until ? from : `${from}至${until}`),
    noPlace: "您的岗位没有所在区划",
    noPlaceAbout: "可用地址 /overview?place= 加区划代码打开总览。",
    unknown: (code: string) => `没有代码为 ${code} 的区划`,
    own: "返回本人所在区划",
    noDay: (written: string) => `“${written}”不是有效日期，已按默认时段显示。`,
    elsewhere: "此区划不在您的工作范围内，各数仅计您有权查看的部分。",
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
  const home = holder ? homeOf(holder) : "";
  const view = viewOf(search, home, today);
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
      {[...noDaysIn(search)].map((written) => (
        <Alert key={written} color="orange" py="xs">
          {text.noDay(written)}
        </Alert>
      ))}
      <Panels {...view} home={home} />
    </Page>
  );
}

function Panels({ place, from, until, home }: View & { home: string }) {
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
        home={home}
        changes={changes}
        here={here}
      />
    </NewsContext.Provider>
  );
}

function Figures({
  view,
  home,
  changes,
  here,
}: {
  view: View;
  /** Where the reader's own work lies. */
  home: string;
  changes: ReturnType<typeof usePlaceChanges>;
  here: RefObject<HTMLElement>;
}) {
  const text = useText(said);
  const { language } = useLanguage();
  const ofCommunity = isCommunity(view.place);
  const counts = useFigures(OverviewCountsDocument, {
    division: view.place,
    from: view.from,
    until: view.until,
    ofCommunity,
  });
  const places = useWholeFigures(OverviewPlacesDocument, { division: view.place, ofCommunity }, wholePlaces);
  // Of a place there is none of every count is nought, which would look like an answer.
  const noCode = counts.refusals.find(({ code }) => code === "BAD_CODE");
  if (noCode || (places.data && !places.data.division && !refusalAt(places.refusals, "division"))) {
    return (
      <Empty title={text.unknown(view.place)}>
        {noCode ? <div>{noCode.message[language]}</div> : null}
        <Anchor component={Link} href="/overview" inherit underline="always">
          {text.own}
        </Anchor>
      </Empty>
    );
  }
  // What nothing at all can be counted in is told once, not by every panel.
  const noPeriod = counts.refusals.filter(({ code }) => code === "TICKET_PERIOD");
  if (noPeriod.length > 0) return <Refusals refusals={noPeriod} />;
  return (
    <>
      {isWithin(view.place, home) ? null : <Alert py="xs">{text.elsewhere}</Alert>}
      <FigureCards view={view} counts={counts} />
      <RatesPanel view={view} />
      <Grid gutter="md">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <PlacePanel view={view} counts={counts} places={places} here={here} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <ChangeFeed {...changes} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <IntakePanel view={view} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 6, lg: 4 }}>
          <WhistlesByKind view={view} counts={counts} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, sm: 6, lg: 4 }}>
          <WhistlesByState view={view} counts={counts} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Departments view={view} />
        </Grid.Col>
        <Grid.Col span={12}>
          <Rising view={view} />
        </Grid.Col>
      </Grid>
    </>
  );
}
