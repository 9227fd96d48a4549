import { Card, Stack } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useQuery } from "urql";
import { useSearchParams } from "wouter";
import { refusalsOf } from "../../../graph/refusal.ts";
import { useText } from "../../../language/language.tsx";
import { useOffice } from "../../../language/work-calendar.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { Page } from "../../../parts/page.tsx";
import { Refusals } from "../../../parts/refusals.tsx";
import { Waiting } from "../../../parts/waiting.tsx";
import { blowSaid } from "./blow.text.ts";
import { BlowForm } from "./blow-form.tsx";
import { type BlowValues, nothingFilledIn } from "./blow-values.ts";
import { draftOf, dropDraft, keepDraft } from "./draft.ts";
import { KindChoice } from "./kind-choice.tsx";
import { ProfileTermsDocument } from "./profile-terms.graphql.ts";
import { TicketFacts } from "./ticket-behind.tsx";
import { TicketEntry } from "./ticket-entry.tsx";
import { WhistleOptionsDocument } from "./whistle-options.graphql.ts";

/** Blowing a whistle from a ticket, with the profile's rules shown while choosing. */
export function BlowPage() {
  const text = useText(blowSaid);
  const [address] = useSearchParams();
  const ticket = address.get("ticket");
  return (
    <Page title={text.title}>{ticket ? <BlowFrom ticket={ticket} key={ticket} /> : <TicketEntry />}</Page>
  );
}

function BlowFrom({ ticket: number }: { ticket: string }) {
  const text = useText(blowSaid);
  const [{ data, error, fetching }, ask] = useQuery({
    query: WhistleOptionsDocument,
    variables: { ticket: number },
  });
  const again = () => ask({ requestPolicy: "network-only" });
  const { now } = useOffice();
  // What "blown now" comes to is another thing as time goes by.
  const asked = useRef(now);
  useEffect(() => {
    if (asked.current === now) return;
    asked.current = now;
    ask({ requestPolicy: "network-only" });
  }, [now, ask]);
  const district = data?.ticket?.division?.code.slice(0, 6) ?? "";
  const [{ data: profile }] = useQuery({
    query: ProfileTermsDocument,
    variables: { district },
    requestPolicy: "cache-first",
    pause: !district,
  });
  const [values, setValues] = useState<BlowValues>(() => draftOf(number, nothingFilledIn));
  const fill = (filled: BlowValues) => {
    setValues(filled);
    keepDraft(number, filled);
  };
  const beginAnew = () => {
    setValues(nothingFilledIn);
    dropDraft(number);
  };

  const ticket = data?.ticket;
  const options = data?.whistleOptions ?? [];
  const rules = profile?.whistleProfile;
  const chosen = options.find(({ kind }) => kind.code === values.kind);
  const sources = rules?.sources ?? [];
  /** A kind calls other units than another; what was written of the problem stays. */
  const choose = (kind: string) => {
    const came = ticket?.channels.find(({ code }) => sources.some((source) => source.code === code))?.code;
    fill({
      ...values,
      kind,
      source: values.source || came || "",
      ...(values.kind && values.kind !== kind ? { lead: null, assisting: [], theme: "", assembly: [] } : {}),
    });
  };

  return (
    <>
      <Refusals refusals={refusalsOf(error)} retry={again} />
      {!data && fetching ? <Waiting lines={8} height={64} /> : null}
      {data && !ticket && !error ? <Empty title={text.none}>{text.noneAbout}</Empty> : null}
      {ticket ? (
        <Stack gap="lg">
          <Card withBorder>
            <TicketFacts ticket={ticket} />
          </Card>
          {options.length === 0 && !error ? <Empty title={text.noKinds} /> : null}
          {options.length > 0 ? (
            <KindChoice
              options={options}
              ruleTexts={rules?.texts ?? []}
              value={chosen?.kind.code ?? ""}
              onChange={choose}
            />
          ) : null}
          {chosen ? (
            <BlowForm
              key={chosen.kind.code}
              option={chosen}
              ticket={ticket}
              terms={{ sources, themes: rules?.themes ?? [] }}
              values={values}
              onChange={fill}
              onRefused={again}
              onDone={beginAnew}
            />
          ) : null}
        </Stack>
      ) : null}
    </>
  );
}
