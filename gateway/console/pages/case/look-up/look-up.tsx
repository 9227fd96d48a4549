import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { useNameless } from "../../../frame/nameless-address.tsx";
import { holdsResidentNumber } from "../../../frame/resident-number.ts";
import { roomNames } from "../../../frame/room-names.ts";
import { useText } from "../../../language/language.tsx";
import { Page } from "../../../parts/page.tsx";
import { useHolder } from "../../../session/session.tsx";
import { KindChoice } from "./kind-choice.tsx";
import { lookUpTexts } from "./look-up.text.ts";
import { addressOf, lookedUpIn } from "./look-up-address.ts";
import { Beginning } from "./look-up-beginning.tsx";
import { type LookUpKind, lookUpKindOf, lookUpText, wholeNumber } from "./look-up-kind.ts";
import { LookUpResults } from "./look-up-results.tsx";
import { type Recent, rememberLookUp } from "./recent.ts";

/** One box for whatever is known of a case. What can be nobody's name or number lies in the address. */
export function LookUp({ inPath }: { inPath?: string | undefined }) {
  const text = useText(lookUpTexts);
  const rooms = useText(roomNames);
  const { id: holder = "", division = null } = useHolder() ?? {};
  const [address] = useSearchParams();
  const [, goTo] = useLocation();
  const { gone, identity } = useNameless();
  const looked = inPath === undefined ? lookedUpIn(address) : undefined;
  const [typed, setTyped] = useState(looked?.text ?? "");
  const [chosen, setChosen] = useState<LookUpKind | undefined>(looked?.kind);
  const [lack, setLack] = useState<string>();

  const lookUp = (look: Recent) => {
    setLack(undefined);
    setTyped(look.text);
    setChosen(look.kind);
    rememberLookUp(holder, look);
    goTo(addressOf(look));
  };
  // What is no case's number is no page of its own.
  useEffect(() => {
    if (inPath !== undefined) goTo(`/case?${new URLSearchParams({ q: inPath })}`, { replace: true });
  }, [inPath, goTo]);
  // Going back and forth changes the address under the page.
  const [lookedText, lookedKind] = [looked?.text, looked?.kind];
  useEffect(() => {
    if (lookedText === undefined) return;
    setLack(undefined);
    setTyped(lookedText);
    setChosen(lookedKind);
  }, [lookedText, lookedKind]);

  const what = wholeNumber(lookUpText(typed), division?.slice(0, 6) ?? "");
  const kind = chosen ?? lookUpKindOf(what);
  const enter = (event: FormEvent) => {
    event.preventDefault();
    if (holdsResidentNumber(what)) return setLack(text.identity);
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
            {lack ?? (identity ? text.inAddress : gone && !what ? text.gone : null)}
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
