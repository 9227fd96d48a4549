import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { lazy, Suspense, useMemo } from "react";
import { Provider as GraphProvider } from "urql";
import { Redirect, Route, Switch } from "wouter";
import { Frame } from "./frame/frame.tsx";
import { graphClient } from "./graph/client.ts";
import { LanguageProvider } from "./language/language.tsx";
import { WorkCalendarProvider } from "./language/work-calendar.tsx";
import { NotFound } from "./pages/not-found/not-found.tsx";
import { SignIn } from "./pages/sign-in/sign-in.tsx";
import { Waiting } from "./parts/waiting.tsx";
import { type Session, type SessionConfig, SessionProvider, useHolder } from "./session/session.tsx";
import { theme } from "./theme.ts";

const Overview = lazy(async () => ({ default: (await import("./pages/overview/overview.tsx")).Overview }));
const CasePage = lazy(async () => ({ default: (await import("./pages/case/case.tsx")).CasePage }));
const Work = lazy(async () => ({ default: (await import("./pages/work/work.tsx")).Work }));
const Whistles = lazy(async () => ({ default: (await import("./pages/whistle/whistle.tsx")).Whistles }));
const Tickets = lazy(async () => ({ default: (await import("./pages/tickets/tickets.tsx")).Tickets }));
const Access = lazy(async () => ({ default: (await import("./pages/access/access.tsx")).Access }));

const colorScheme = localStorageColorSchemeManager({ key: "whistlegraph:color-scheme" });

/** With it our own style elements are told from any that came otherwise: see the headers of `serve-console.ts`. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

/** The console from the outside in: words and colours, who has signed in, the graph in their name, the room they are in. */
export function Console({ session, config }: { session: Session; config: SessionConfig }) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={colorScheme}
      {...(nonce ? { getStyleNonce: () => nonce } : {})}
    >
      <LanguageProvider>
        <SessionProvider session={session} config={config}>
          <Rooms session={session} />
        </SessionProvider>
      </LanguageProvider>
    </MantineProvider>
  );
}

function Rooms({ session }: { session: Session }) {
  const holder = useHolder();
  // Another person's answers must not be shown to this one: each has a client, and so a cache, of their own.
  const client = useMemo(
    () => (holder?.id === undefined ? undefined : graphClient(session)),
    [session, holder?.id],
  );
  if (!client) return <SignIn />;
  return (
    <GraphProvider value={client} key={holder?.id}>
      <WorkCalendarProvider>
        <Frame>
          <Suspense fallback={<Waiting />}>
            <Switch>
              <Route path="/">
                <Redirect to="/overview" replace />
              </Route>
              <Route path="/overview/*?" component={Overview} />
              <Route path="/case/*?" component={CasePage} />
              <Route path="/work/*?" component={Work} />
              <Route path="/whistles/*?" component={Whistles} />
              <Route path="/tickets/*?" component={Tickets} />
              <Route path="/access/*?" component={Access} />
              <Route component={NotFound} />
            </Switch>
          </Suspense>
        </Frame>
      </WorkCalendarProvider>
    </GraphProvider>
  );
}
