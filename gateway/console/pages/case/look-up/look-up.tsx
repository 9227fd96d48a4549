import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { roomNames } from "../../../frame/room-names.ts";
import { useText } from "../../../language/language.tsx";
import { Page } from "../../../parts/page.tsx";
import { useHolder } from "../../../session/session.tsx";
import { KindChoice } from "./kind-choice.tsx";
import { lookUpTexts } from "./look-up.text.ts";
import { Beginning } from "./look-up-beginning.tsx";
import {
  holdsResidentNumber,
  type LookUpKind,
  lookUpKindOf,
  lookUpText,
  namesNobody,
  wholeNumber,
} from "./look-up-kind.ts";
import { LookUpResults } from "./look-up-results.tsx";
import { type Recent, rememberLookUp } from "./recent.ts";
import { lookBehind, signFor } from "./unwritten.ts";

/**
 * One box for whatever is known of a case. What can be nobody's name or number lies in the address; for anything else a
 * sign stands there, which this page alone understands.
 */
export function LookUp({ inPath }: { inPath?: string | undefined }) {
  const text = useText(lookUpTexts);
  const rooms = useText(roomNames);
  const { id: holder = "", division = null } = useHolder() ?? {};
  const [address] = useSearchParams();
  const [, goTo] = useLocation();
  const { looked, stray, gone } = askedIn(address, inPath, holder);
  const [typed, setTyped] = useState(looked?.text ?? "");
  const [chosen, setChosen] = useState<LookUpKind | undefined>(looked?.kind);
  const [lack, setLack] = useState<string>();

  const lookUp = (look: Recent, how: { replace?: boolean } = {}) => {
    setLack(undefined);
    setTyped(look.text);
    setChosen(look.kind);
    rememberLookUp(holder, look);
    goTo(addressOf(holder, look), how);
  };
  // What somebody wrote into the address goes from there before anything else is done about it.
  const takeOut = useRef((_: string): void => undefined);
  takeOut.current = (written) => {
    if (written.length >= 2 && !holdsResidentNumber(written)) {
      return lookUp({ text: written, kind: lookUpKindOf(written) }, { replace: true });
    }
    goTo("/case", { replace: true });
    if (holdsResidentNumber(written)) setLack(text.inAddress);
  };
  useEffect(() => {
    if (stray !== undefined) takeOut.current(stray);
  }, [stray]);
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
            {lack ?? (gone && !what ? text.gone : null)}
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

interface Asked {
  readonly looked?: Recent | undefined;
  /** What stands in the address and may not, as it may be somebody's. */
  readonly stray?: string;
  /** Something was looked up here before the page was loaded anew. */
  readonly gone?: boolean;
}

function askedIn(address: URLSearchParams, inPath: string | undefined, holder: string): Asked {
  const sign = address.get(SIGN);
  const written = inPath ?? address.get("q");
  if (written !== null) {
    const text = lookUpText(written);
    const kind = lookUpKindOf(text);
    return inPath === undefined && namesNobody(kind, text) ? { looked: { text, kind } } : { stray: text };
  }
  if (sign === null) return {};
  const looked = lookBehind(holder, sign);
  return looked ? { looked } : { gone: true };
}

const SIGN = "look";

const addressOf = (holder: string, look: Recent): string =>
  `/case?${new URLSearchParams(namesNobody(look.kind, look.text) ? { q: look.text } : { [SIGN]: signFor(holder, look) })}`;
