import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { lazy, Suspense, useMemo } from "react";
import { Provider as GraphProvider } from "urql";
import { Redirect, Route, Switch, useLocation } from "wouter";
import type { SessionConfig } from "../session/session-door.ts";
import { AddressProvider } from "./frame/address.tsx";
import { Frame } from "./frame/frame.tsx";
import { RoomBoundary } from "./frame/room-boundary.tsx";
import { graphClient } from "./graph/client.ts";
import { LanguageProvider } from "./language/language.tsx";
import { WorkCalendarProvider } from "./language/work-calendar.tsx";
import { SignIn } from "./pages/sign-in/sign-in.tsx";
import { NotFound } from "./parts/not-found.tsx";
import { Waiting } from "./parts/waiting.tsx";
import type { Arrival } from "./session/arrival.ts";
import { seatOf } from "./session/holder.ts";
import { SessionProvider, useHolder } from "./session/session.tsx";
import type { Session } from "./session/session-state.ts";
import { readableColours, theme } from "./theme.ts";

const Overview = lazy(async () => ({ default: (await import("./pages/overview/overview.tsx")).Overview }));
const CasePage = lazy(async () => ({ default: (await import("./pages/case/case.tsx")).CasePage }));
const Work = lazy(async () => ({ default: (await import("./pages/work/work.tsx")).Work }));
const Whistles = lazy(async () => ({ default: (await import("./pages/whistle/whistle.tsx")).Whistles }));
const Tickets = lazy(async () => ({ default: (await import("./pages/tickets/tickets.tsx")).Tickets }));
const Access = lazy(async () => ({ default: (await import("./pages/access/access.tsx")).Access }));

const colorScheme = localStorageColorSchemeManager({ key: "whistlegraph:color-scheme" });

/** With it our own style elements are told from any that came otherwise: see the headers of `serve-console.ts`. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
// What keeps the page from scrolling behind a dialog writes a style element of its own, and looks for the nonce here.
if (nonce) Object.assign(globalThis, { __webpack_nonce__: nonce });

/** The console from the outside in: words and colours, who has signed in, the graph in their name, the room they are in. */
export function Console({
  session,
  config,
  arrival,
}: {
  session: Session;
  /** Undefined where the gateway could not be asked how people sign in. */
  config: SessionConfig | undefined;
  /** Of who was sent back by the provider. */
  arrival?: Promise<Arrival> | undefined;
}) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={readableColours}
      defaultColorScheme="auto"
      colorSchemeManager={colorScheme}
      {...(nonce ? { getStyleNonce: () => nonce } : {})}
    >
      <LanguageProvider>
        <SessionProvider session={session} config={config}>
          <AddressProvider>
            <Rooms session={session} arrival={arrival} />
          </AddressProvider>
        </SessionProvider>
      </LanguageProvider>
    </MantineProvider>
  );
}

function Rooms({ session, arrival }: { session: Session; arrival: Promise<Arrival> | undefined }) {
  const holder = useHolder();
  const seat = holder && seatOf(holder);
  // Another person's answers must not be shown to this one: each has a client, and so a cache, of their own.
  const client = useMemo(() => (seat === undefined ? undefined : graphClient(session)), [session, seat]);
  const [location] = useLocation();
  const room = location.split("/")[1];
  if (!client) return <SignIn arrival={arrival} />;
  return (
    <GraphProvider value={client} key={seat}>
      <WorkCalendarProvider>
        <Frame>
          <RoomBoundary key={room}>
            <Suspense fallback={<Waiting />}>
              <Switch>
                {["/", "/sign-in", "/signed-in"].map((path) => (
                  <Route path={path} key={path}>
                    <Redirect to="/overview" replace />
                  </Route>
                ))}
                <Route path="/overview/*?" component={Overview} />
                <Route path="/case/*?" component={CasePage} />
                <Route path="/work" component={Work} />
                <Route path="/whistles/*?" component={Whistles} />
                <Route path="/tickets" component={Tickets} />
                <Route path="/access/*?" component={Access} />
                <Route component={NotFound} />
              </Switch>
            </Suspense>
          </RoomBoundary>
        </Frame>
      </WorkCalendarProvider>
    </GraphProvider>
  );
}
