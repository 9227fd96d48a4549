import { Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { useQuery } from "urql";
import { refusalsOf } from "../../../graph/refusal.ts";
import { useText } from "../../../language/language.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { Refusals } from "../../../parts/refusals.tsx";
import { Waiting } from "../../../parts/waiting.tsx";
import { useHolder } from "../../../session/session.tsx";
import { FoundAt, FoundByCase } from "./found.tsx";
import { lookUpTexts } from "./look-up.text.ts";
import { isPlaceCode, ticketsAt } from "./look-up-kind.ts";
import { LookUpPlaceDocument, type LookUpPlaceQuery } from "./look-up-place.graphql.ts";

/** Tickets at a place: of a code at once, of a name once it is said which place of that name is meant. */
export function PlacesFound({ text }: { text: string }) {
  return isPlaceCode(text) ? <TicketsAt code={text.toUpperCase()} /> : <PlacesNamed text={text} />;
}

function TicketsAt({ code }: { code: string }) {
  const at = ticketsAt(code);
  return "filter" in at ? (
    <FoundAt filter={at.filter} />
  ) : (
    <FoundByCase kind="place" by={{ place: at.building }} />
  );
}

function PlacesNamed({ text: name }: { text: string }) {
  const text = useText(lookUpTexts);
  // A name alone never identifies a place: it is looked for in the holder's own district.
  const within = useHolder()?.division?.slice(0, 6) ?? "";
  const [{ data, fetching, error }, again] = useQuery({
    query: LookUpPlaceDocument,
    variables: { text: name, within },
    pause: within === "",
  });
  const [chosen, setChosen] = useState<string>();
  if (fetching) return <Waiting lines={8} height={44} />;
  if (error)
    return <Refusals refusals={refusalsOf(error)} retry={() => again({ requestPolicy: "network-only" })} />;
  const places = placesOf(data);
  const code = chosen ?? places[0]?.code;
  if (!code) return <Empty title={text.noPlace}>{text.sight}</Empty>;
  return (
    <Stack gap="sm">
      <Radio.Group label={text.which} value={code} onChange={setChosen}>
        <Stack gap={6} mt={6}>
          {places.map((place) => (
            <Radio key={place.code} value={place.code} label={place.name} description={place.within} />
          ))}
        </Stack>
      </Radio.Group>
      <TicketsAt key={code} code={code} />
    </Stack>
  );
}

interface Place {
  readonly code: string;
  readonly name: string;
  /** Where it lies, as an address is written. */
  readonly within: string;
}

/** Each place once, as narrow as its name was. */
function placesOf(data: LookUpPlaceQuery | undefined): readonly Place[] {
  const places = (data?.resolvePlace ?? []).flatMap(({ matchedName, building, estate, grid, division }) => {
    const place = building ?? estate ?? (grid?.name === matchedName ? grid : division);
    // From the district down: the province and the city are the same for all.
    const above = (division?.path ?? []).slice(2).filter(({ code }) => code !== place?.code);
    const address = [...above, ...(building && estate ? [estate] : [])].map(({ name }) => name).join("");
    return place ? [{ code: place.code, name: place.name, within: address }] : [];
  });
  return [...new Map(places.map((place) => [place.code, place])).values()];
}
