import { Alert, Anchor, Card, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useQuery } from "urql";
import { Link, useSearchParams } from "wouter";
import { refusalsOf } from "../../../graph/refusal.ts";
import { useText } from "../../../language/language.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { Page } from "../../../parts/page.tsx";
import { Refusals } from "../../../parts/refusals.tsx";
import { Waiting } from "../../../parts/waiting.tsx";
import { useHolder } from "../../../session/session.tsx";
import { draftOf, dropDraft, keepDraft } from "../blow/draft.ts";
import { KindChoice } from "../blow/kind-choice.tsx";
import { TicketFacts } from "../blow/ticket-behind.tsx";
import { WhistleOptionsDocument } from "../blow/whistle-options.graphql.ts";
import { raiseSaid } from "./raise.text.ts";
import { RaiseForm } from "./raise-form.tsx";
import { nothingToRaise, type RaiseValues } from "./raise-values.ts";
import { raisedBy } from "./raised-by.ts";
import { WhistleToRaiseDocument, type WhistleToRaiseQuery } from "./whistle-to-raise.graphql.ts";

type Whistle = NonNullable<WhistleToRaiseQuery["whistle"]>;

/** Raising a whistle to the next level, with that level's rules shown (PG-8, ZY-15). */
export function RaisePage({ number }: { number: string }) {
  const text = useText(raiseSaid);
  const [{ data, error, fetching }, ask] = useQuery({ query: WhistleToRaiseDocument, variables: { number } });
  const whistle = data?.whistle;
  return (
    <Page
      title={text.title(number)}
      about={text.about}
      tools={
        <Anchor component={Link} href={`/whistles/${number}`}>
          {text.back}
        </Anchor>
      }
    >
      <Refusals refusals={refusalsOf(error)} retry={() => ask({ requestPolicy: "network-only" })} />
      {!data && fetching ? <Waiting lines={8} height={64} /> : null}
      {data && !whistle && !error ? <Empty title={text.none}>{text.noneAbout}</Empty> : null}
      {whistle ? <Raise whistle={whistle} /> : null}
    </Page>
  );
}

function Raise({ whistle }: { whistle: Whistle }) {
  const text = useText(raiseSaid);
  const holder = useHolder();
  const kinds = holder ? raisedBy(whistle, holder).map(({ code }) => code) : [];
  const [ticket] = whistle.tickets;
  if (whistle.raisedTo) {
    const { number } = whistle.raisedTo;
    return (
      <Alert color="orange">
        <Anchor component={Link} href={`/whistles/${number}`}>
          {text.raised(number)}
        </Anchor>
      </Alert>
    );
  }
  if (kinds.length === 0) return <Empty title={text.top}>{text.topAbout}</Empty>;
  if (!ticket) return <Empty title={text.noTicket}>{text.noTicketAbout}</Empty>;
  return <RaiseFrom whistle={whistle} ticket={ticket.number} kinds={kinds} />;
}

function RaiseFrom({
  whistle,
  ticket: number,
  kinds,
}: {
  whistle: Whistle;
  ticket: string;
  kinds: readonly string[];
}) {
  const text = useText(raiseSaid);
  const [address] = useSearchParams();
  const [{ data, error, fetching }, ask] = useQuery({
    query: WhistleOptionsDocument,
    variables: { ticket: number },
  });
  const again = () => ask({ requestPolicy: "network-only" });
  const [values, setValues] = useState<RaiseValues>(() =>
    draftOf(whistle.number, {
      ...nothingToRaise,
      theme: whistle.theme ?? "",
      kind: address.get("kind") ?? kinds[0] ?? "",
    }),
  );
  const fill = (filled: RaiseValues) => {
    setValues(filled);
    keepDraft(whistle.number, filled);
  };
  const options = (data?.whistleOptions ?? []).filter(({ kind }) => kinds.includes(kind.code));
  const chosen = options.find(({ kind, allowed }) => allowed && kind.code === values.kind);
  const { profile } = whistle;
  return (
    <>
      <Refusals refusals={refusalsOf(error)} retry={again} />
      {!data && fetching ? <Waiting lines={8} height={64} /> : null}
      {data?.ticket ? (
        <Stack gap="lg">
          <Card withBorder>
            <TicketFacts ticket={data.ticket} />
            <Text size="sm" mt="xs">
              <Text span inherit c="dimmed">
                {text.below}
              </Text>{" "}
              {whistle.demand}
            </Text>
          </Card>
          <KindChoice
            options={options}
            ruleTexts={profile?.texts ?? []}
            value={chosen?.kind.code ?? ""}
            onChange={(kind) => fill({ ...values, kind, lead: null, assisting: [] })}
          />
          {chosen ? (
            <RaiseForm
              key={chosen.kind.code}
              number={whistle.number}
              option={chosen}
              ticket={data.ticket}
              themes={profile?.themes ?? []}
              values={values}
              onChange={fill}
              onRefused={again}
              onDone={() => {
                setValues({ ...nothingToRaise, kind: values.kind });
                dropDraft(whistle.number);
              }}
            />
          ) : null}
        </Stack>
      ) : null}
    </>
  );
}
