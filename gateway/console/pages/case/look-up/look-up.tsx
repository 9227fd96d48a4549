import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useState } from "react";
import { useSearchParams } from "wouter";
import { roomNames } from "../../../frame/room-names.ts";
import { useText } from "../../../language/language.tsx";
import { Page } from "../../../parts/page.tsx";
import { useHolder } from "../../../session/session.tsx";
import { KindChoice } from "./kind-choice.tsx";
import { lookUpTexts } from "./look-up.text.ts";
import { Beginning } from "./look-up-beginning.tsx";
import {
  isResidentNumber,
  type LookUpKind,
  lookUpKindOf,
  lookUpKinds,
  lookUpText,
  namesPerson,
} from "./look-up-kind.ts";
import { LookUpResults } from "./look-up-results.tsx";
import { type Recent, rememberLookUp } from "./recent.ts";

/** One box for whatever is known of a case. What was asked lies in the address, unless it names a person. */
export function LookUp() {
  const text = useText(lookUpTexts);
  const rooms = useText(roomNames);
  const holder = useHolder()?.id ?? "";
  const [address, setAddress] = useSearchParams();
  const asked = askedIn(address);
  const [unwritten, setUnwritten] = useState<Recent>();
  const looked = unwritten ?? asked;
  const [typed, setTyped] = useState(looked?.text ?? "");
  const [chosen, setChosen] = useState<LookUpKind | undefined>(looked?.kind);
  const [lack, setLack] = useState<string>();

  const lookUp = ({ text: what, kind }: Recent) => {
    setTyped(what);
    setChosen(kind);
    rememberLookUp(holder, { text: what, kind });
    const secret = namesPerson(kind, what);
    setUnwritten(secret ? { text: what, kind } : undefined);
    setAddress(secret ? {} : addressOf({ text: what, kind }));
  };
  // Going back and forth changes the address under the page.
  const query = address.toString();
  useEffect(() => {
    const followed = askedIn(new URLSearchParams(query));
    if (!followed) return;
    setUnwritten(undefined);
    setTyped(followed.text);
    setChosen(followed.kind);
  }, [query]);

  const what = lookUpText(typed);
  const kind = chosen ?? lookUpKindOf(what);
  const enter = (event: FormEvent) => {
    event.preventDefault();
    if (isResidentNumber(what)) return setLack(text.identity);
    if (what.length < 2) return setLack(text.short);
    lookUp({ text: what, kind });
  };

  return (
    <Page title={rooms.case} about={text.about}>
      <form onSubmit={enter}>
        <Stack gap="xs">
          <Group align="flex-end" gap="xs" wrap="nowrap">
            <TextInput
              label={text.box}
              placeholder={text.placeholder}
              value={typed}
              onChange={({ currentTarget }) => {
                setTyped(currentTarget.value);
                setChosen(undefined);
                setLack(undefined);
              }}
              type="search"
              size="md"
              maxLength={100}
              autoComplete="off"
              error={lack ? true : undefined}
              aria-describedby="look-up-lack"
              flex={1}
            />
            <Button type="submit" size="md" flex="none">
              {text.enter}
            </Button>
          </Group>
          <Text id="look-up-lack" size="sm" c="var(--late)" role="status">
            {lack}
          </Text>
          {what ? (
            <KindChoice
              kind={kind}
              choose={(other) => (looked ? lookUp({ text: what, kind: other }) : setChosen(other))}
            />
          ) : null}
        </Stack>
      </form>
      {looked ? (
        <LookUpResults key={`${looked.kind} ${looked.text}`} looked={looked} />
      ) : (
        <Beginning holder={holder} lookUp={lookUp} />
      )}
    </Page>
  );
}

function askedIn(address: URLSearchParams): Recent | undefined {
  const text = lookUpText(address.get("q") ?? "");
  if (text.length < 2 || isResidentNumber(text)) return undefined;
  const by = lookUpKinds.find((kind) => kind === address.get("by"));
  return { text, kind: by ?? lookUpKindOf(text) };
}

/** The kind is written only where it is not what the text is taken for anyhow. */
const addressOf = ({ text, kind }: Recent): Record<string, string> =>
  kind === lookUpKindOf(text) ? { q: text } : { q: text, by: kind };
