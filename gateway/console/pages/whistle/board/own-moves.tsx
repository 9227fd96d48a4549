import { Button, Card, Group, Text, Title } from "@mantine/core";
import { useRef, useState } from "react";
import { Link } from "wouter";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import type { Values } from "../../../parts/moves/field.ts";
import { type Move, offered } from "../../../parts/moves/move.ts";
import { MoveDrawer } from "../../../parts/moves/move-drawer.tsx";
import type { Whistle } from "../../../parts/whistle-moves/whistle.ts";
import { whistleMoves } from "../../../parts/whistle-moves/whistle-moves.ts";
import { WhistleStateBadge } from "../../../parts/whistle-state.tsx";
import { useHolder } from "../../../session/session.tsx";
import { useProfileWords } from "../profile-words.ts";
import { raisedBy } from "../raise/raised-by.ts";
import { standingOf } from "./standing.ts";
import type { ShownWhistle } from "./use-live-whistle.ts";

const said = texts(
  {
    title: "What you may do",
    raise: (kind: string) => `Raise to ${kind}`,
    done: (what: string) => `Done: ${what}`,
  },
  {
    title: "您可以办理",
    raise: (kind: string) => `升级为${kind}`,
    done: (what: string) => `已完成：${what}`,
  },
);

const asked = { en: "What is asked", zh: "吹哨事由" };

/** What is open to whoever looks: the next step as a button that asks to be pressed, what else is possible beside it. */
export function OwnMoves({ whistle, again }: { whistle: ShownWhistle; again: () => void }) {
  const text = useText(said);
  const words = useProfileWords();
  const { language } = useLanguage();
  const holder = useHolder();
  const [open, setOpen] = useState<Move<Whistle> | undefined>();
  const [told, setTold] = useState("");
  const drafts = useRef(new Map<string, Values>());
  if (!holder) return null;

  const standing = standingOf(whistle);
  const moves = offered(whistleMoves, standing, holder);
  const raises = raisedBy(whistle, holder);
  const { number, state, kindRules, demand } = whistle;
  return (
    <div>
      <Text role="status" size="sm" fw={600} {...(told ? { mb: "xs" } : {})}>
        {told}
      </Text>
      {moves.length > 0 || raises.length > 0 ? (
        <Card withBorder component="section" aria-labelledby="own-moves">
          <Title order={2} size="h4" id="own-moves" mb="xs">
            {text.title}
          </Title>
          <Group gap="xs">
            {moves.map((move, index) => (
              <Button
                key={move.name}
                variant={index === 0 && !move.aside ? "filled" : "default"}
                onClick={() => setOpen(move)}
              >
                {move.label[language]}
              </Button>
            ))}
            {raises.map((kind) => (
              <Button
                key={kind.code}
                variant="default"
                component={Link}
                href={`/whistles/${number}/raise?kind=${kind.code}`}
              >
                {text.raise(words.name(kind))}
              </Button>
            ))}
          </Group>
        </Card>
      ) : null}
      <MoveDrawer
        open={
          open && {
            move: open,
            subject: standing,
            which: {
              key: number,
              number,
              title: words.name(kindRules),
              state: <WhistleStateBadge state={state} />,
              facts: demand ? [{ label: asked, text: demand }] : [],
            },
          }
        }
        moves={whistleMoves}
        drafts={drafts.current}
        close={() => setOpen(undefined)}
        choose={setOpen}
        done={async (_, move) => {
          setOpen(undefined);
          setTold(text.done(move.label[language]));
          again();
        }}
        refused={async () => again()}
      />
    </div>
  );
}
