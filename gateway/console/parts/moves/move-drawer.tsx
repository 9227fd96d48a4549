import { Button, Drawer, Group, Stack, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { Lapsed } from "../../frame/lapsed.tsx";
import { useMove } from "../../graph/use-move.ts";
import { type Said, texts, useText } from "../../language/language.tsx";
import {
  DisputeMediationState,
  EvaluationState,
  GrantState,
  NegativeListState,
} from "../../language/terms.ts";
import { useHolder } from "../../session/session.tsx";
import { Refusals } from "../refusals.tsx";
import type { Values } from "./field.ts";
import { type Move, noDocument, offered } from "./move.ts";
import { MoveForm } from "./move-form.tsx";
import { movesElsewhere } from "./moves-elsewhere.ts";
import type { Which } from "./which.ts";

const said = texts({ instead: "Do instead", close: "Close" }, { instead: "改为", close: "关闭" });

/** States of what waits here and is neither a ticket nor a whistle. */
const statesSaid = { ...EvaluationState, ...NegativeListState, ...GrantState, ...DisputeMediationState };

const wordsOf = (moves: readonly { name: string; label: Said<string> }[]): Record<string, Said<string>> =>
  Object.fromEntries(moves.map(({ name, label }) => [name, label]));

interface Opened<Subject> {
  readonly move: Move<Subject>;
  readonly subject: Subject;
  readonly which: Which;
}

/** One move, asked for what it takes, sent, and explained where it is refused; what was typed is there when it opens anew. */
export function MoveDrawer<Subject>({
  open,
  moves,
  drafts,
  close,
  choose,
  done,
  refused,
  left,
}: {
  open: Opened<Subject> | undefined;
  moves: readonly Move<Subject>[];
  drafts: Map<string, Values>;
  close: () => void;
  choose: (move: Move<Subject>) => void;
  done: (subject: Subject, move: Move<Subject>) => Promise<void>;
  refused: (subject: Subject) => Promise<void>;
  /** It has closed, and what it was opened from is gone: whoever goes by keyboard needs another place to go on from. */
  left?: () => void;
}) {
  const text = useText(said);
  const phone = useMediaQuery("(max-width: 48em)");
  const holder = useHolder();
  const { send, sending, refusals: answered } = useMove(open?.move.document ?? noDocument);
  const words = useMemo(() => ({ ...statesSaid, ...movesElsewhere, ...wordsOf(moves) }), [moves]);
  const draft = open ? `${open.which.key} ${open.move.name}` : "";
  // A refusal belongs to the form it was sent from.
  const [sentFrom, setSentFrom] = useState("");
  const refusals = sentFrom === draft ? answered : [];

  const submit = async (values: Values): Promise<void> => {
    if (!open || !holder || sending) return;
    const { move, subject } = open;
    setSentFrom(draft);
    const answer = await send(move.variables(subject, values, holder) as never);
    if (answer === undefined) {
      await refused(subject);
      return;
    }
    drafts.delete(draft);
    await done(subject, move);
  };
  const possible =
    open && holder
      ? offered(moves, open.subject, holder).filter(
          ({ name }) => name !== open.move.name && refusals.some((refusal) => refusal.moves.includes(name)),
        )
      : [];

  return (
    <Drawer
      opened={open !== undefined}
      onClose={close}
      onExitTransitionEnd={() => {
        if (document.activeElement === document.body) left?.();
      }}
      position="right"
      size={phone ? "100%" : "md"}
      title={open ? <Title move={open.move} /> : null}
      closeButtonProps={{ "aria-label": text.close }}
      overlayProps={{ backgroundOpacity: 0.3 }}
    >
      {open && holder ? (
        <Stack>
          <Lapsed />
          <WhichOne which={open.which} />
          <About move={open.move} />
          <MoveForm
            key={draft}
            move={open.move}
            subject={open.subject}
            holder={holder}
            before={drafts.get(draft)}
            keep={(values) => drafts.set(draft, values)}
            sending={sending}
            submit={submit}
          />
          <Refusals refusals={refusals} words={words} />
          {possible.length > 0 ? (
            <Group gap="xs">
              <Text size="sm">{text.instead}</Text>
              {possible.map((move) => (
                <Instead key={move.name} move={move} choose={() => choose(move)} />
              ))}
            </Group>
          ) : null}
        </Stack>
      ) : null}
    </Drawer>
  );
}

function Title<Subject>({ move }: { move: Move<Subject> }) {
  return (
    <Text fw={700} size="lg">
      {useText(move.label)}
    </Text>
  );
}

function About<Subject>({ move }: { move: Move<Subject> }) {
  return (
    <Text size="sm" c="dimmed">
      {useText(move.about)}
    </Text>
  );
}

function WhichOne({ which: { title, number, state, facts } }: { which: Which }) {
  return (
    <div>
      <Text fw={600}>{title}</Text>
      <Group gap="xs">
        {number ? (
          <Text size="sm" c="dimmed">
            {number}
          </Text>
        ) : null}
        {state}
      </Group>
      {facts.map((fact) => (
        <FactLine key={fact.label.en} {...fact} />
      ))}
    </div>
  );
}

function FactLine({ label, text }: Which["facts"][number]) {
  return (
    <Text size="sm" mt={4}>
      <Text span inherit c="dimmed">
        {useText(label)}
      </Text>{" "}
      {text}
    </Text>
  );
}

function Instead<Subject>({ move, choose }: { move: Move<Subject>; choose: () => void }) {
  return (
    <Button size="xs" variant="default" onClick={choose}>
      {useText(move.label)}
    </Button>
  );
}
