import { Alert, Anchor, Group, Text } from "@mantine/core";
import { useQuery } from "urql";
import { Link } from "wouter";
import { refusalsOf } from "../../../graph/refusal.ts";
import { useLanguage, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { BusinessState } from "../../../language/terms.ts";
import { Refusals } from "../../../parts/refusals.tsx";
import { WhistleStateBadge } from "../../../parts/whistle-state.tsx";
import { useHolder } from "../../../session/session.tsx";
import { FoundByCase, FoundByWords } from "./found.tsx";
import { lookUpTexts } from "./look-up.text.ts";
import { LookUpBusinessDocument } from "./look-up-business.graphql.ts";
import { LookUpPowerItemDocument } from "./look-up-power-item.graphql.ts";
import { LookUpWhistleDocument } from "./look-up-whistle.graphql.ts";
import { PlacesFound } from "./places-found.tsx";
import type { Recent } from "./recent.ts";

/** What was found, asked of the graph in the way that fits what was looked up. */
export function LookUpResults({ looked: { text, kind } }: { looked: Recent }) {
  switch (kind) {
    case "ticket":
      return <FoundByCase kind={kind} by={{ number: text }} />;
    case "whistle":
      return (
        <>
          <WhistleFound number={text.toUpperCase()} />
          <FoundByCase kind={kind} by={{ number: text.toUpperCase() }} />
        </>
      );
    case "business":
      return (
        <>
          <BusinessFound creditCode={text.toUpperCase()} />
          <FoundByCase kind={kind} by={{ business: text.toUpperCase() }} />
        </>
      );
    case "powerItem":
      return (
        <>
          <PowerItemFound code={text} />
          <FoundByCase kind={kind} by={{ powerItem: text }} />
        </>
      );
    case "place":
      return <PlacesFound text={text} />;
    case "person":
      return <PersonFound text={text} />;
    case "words":
      return <FoundByWords kind={kind} words={text} />;
  }
}

const isResident = (text: string): boolean => /^\d{6}-R-/i.test(text);

/** People are known by their number; by name or telephone the centre alone finds them, and residents themselves. */
function PersonFound({ text: who }: { text: string }) {
  const text = useText(lookUpTexts);
  const post = useHolder()?.post ?? "";
  if (isResident(who)) return <FoundByCase kind="person" by={{ resident: who.toUpperCase() }} />;
  if (!["CENTRE_DISPATCHER", "RESIDENT"].includes(post)) return <Alert color="gray">{text.notPeople}</Alert>;
  return (
    <>
      <Text size="sm" c="dimmed">
        {text.person}
      </Text>
      <FoundByWords kind="person" words={who} />
    </>
  );
}

function WhistleFound({ number }: { number: string }) {
  const text = useText(lookUpTexts);
  const { language } = useLanguage();
  const [{ data, error }] = useQuery({ query: LookUpWhistleDocument, variables: { number } });
  const whistle = data?.whistle;
  if (!whistle) return <Refusals refusals={refusalsOf(error)} />;
  return (
    <Group gap="xs">
      <Anchor component={Link} href={`/whistles/${whistle.number}`}>
        {text.open} {whistle.number}
      </Anchor>
      <Text span>{whistle.kindRules[language === "zh" ? "nameZh" : "name"]}</Text>
      <WhistleStateBadge state={whistle.state} />
    </Group>
  );
}

function BusinessFound({ creditCode }: { creditCode: string }) {
  const text = useText(lookUpTexts);
  const term = useTerm();
  const [{ data, fetching, error }] = useQuery({ query: LookUpBusinessDocument, variables: { creditCode } });
  if (fetching) return <Text>…</Text>;
  const business = data?.business;
  if (!business) return error ? null : <Text c="dimmed">{text.noBusiness}</Text>;
  return (
    <Text>
      <b>{business.name ?? business.creditCode}</b>{" "}
      {business.state ? `${term(BusinessState, business.state)} ` : ""}
      {business.address}
    </Text>
  );
}

function PowerItemFound({ code }: { code: string }) {
  const text = useText(lookUpTexts);
  const [{ data, fetching, error }] = useQuery({ query: LookUpPowerItemDocument, variables: { code } });
  if (fetching) return <Text>…</Text>;
  const item = data?.powerItem;
  if (!item) return error ? null : <Text c="dimmed">{text.noItem}</Text>;
  return (
    <Text>
      <b>{item.name}</b> {item.body?.name}
    </Text>
  );
}
