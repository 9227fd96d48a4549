import { Anchor, Card, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import { useText } from "../../../language/language.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { Page } from "../../../parts/page.tsx";
import { Refusals } from "../../../parts/refusals.tsx";
import { Waiting } from "../../../parts/waiting.tsx";
import { Facts } from "../facts.tsx";
import { useIsOfficial } from "../official.ts";
import { useProfileWords } from "../profile-words.ts";
import { useKindRules } from "../use-kind-rules.tsx";
import { Around } from "./around.tsx";
import { boardSaid } from "./board.text.ts";
import { BoardHead } from "./board-head.tsx";
import { CalledUnit } from "./called-unit.tsx";
import { unitPart } from "./changed-parts.ts";
import { Clocks } from "./clocks.tsx";
import { Mediations } from "./mediations.tsx";
import { OwnMoves } from "./own-moves.tsx";
import { TaskForce } from "./task-force.tsx";
import { type ShownWhistle, useLiveWhistle } from "./use-live-whistle.ts";
import { WhistleLog } from "./whistle-log.tsx";

/** One whistle as it goes on: who is called and how far each is, which clocks run, what led to it. */
export function BoardPage({ number }: { number: string }) {
  const text = useText(boardSaid);
  const words = useProfileWords();
  const live = useLiveWhistle(number);
  const { whistle, refusals, loading, again } = live;
  const title = whistle ? text.title(words.name(whistle.kindRules), number) : number;
  return (
    <Page
      title={title}
      tools={
        <Anchor component={Link} href="/whistles">
          {text.all}
        </Anchor>
      }
    >
      <Refusals refusals={refusals} retry={again} />
      {whistle ? <Board whistle={whistle} live={live} /> : null}
      {!whistle && loading ? <Waiting lines={8} height={72} /> : null}
      {whistle === null && !loading && refusals.length === 0 ? (
        <Empty title={text.none}>
          {text.noneAbout}{" "}
          <Anchor component={Link} href="/whistles" underline="always">
            {text.toList}
          </Anchor>
        </Empty>
      ) : null}
    </Page>
  );
}

function Board({ whistle, live }: { whistle: ShownWhistle; live: ReturnType<typeof useLiveWhistle> }) {
  const text = useText(boardSaid);
  const official = useIsOfficial();
  const { marked, changes } = live;
  const { participants, kindRules, clocks, evaluations, mediations, profile } = whistle;
  const rules = useKindRules(kindRules, { kinds: profile?.kinds ?? [], ruleTexts: profile?.texts ?? [] });
  const gradeOf = (code: string | undefined) =>
    evaluations?.find(({ direction, unit }) => direction === "OF_RESPONDER" && unit && unit.code === code);
  return (
    <Stack gap="lg">
      <BoardHead whistle={whistle} live={live} />
      <OwnMoves whistle={whistle} again={live.again} />
      <section>
        <Title order={2} size="h3" mb="xs">
          {text.units}
        </Title>
        <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }}>
          {participants.map((called) => (
            <CalledUnit
              key={called.unit?.code ?? called.role}
              called={called}
              clocks={clocks ?? []}
              grade={gradeOf(called.unit?.code)}
              marked={marked.has(unitPart(called.unit?.code))}
              ended={Boolean(whistle.endedAt)}
            />
          ))}
        </SimpleGrid>
      </section>
      {official ? (
        <section>
          <Title order={2} size="h3" mb="xs">
            {text.clocks}
          </Title>
          <Clocks whistle={whistle} kind={kindRules} marked={marked} />
        </section>
      ) : null}
      <TaskForce whistle={whistle} />
      <Mediations mediations={mediations ?? []} />
      <SimpleGrid cols={{ base: 1, lg: 2 }}>
        <Card withBorder component="section">
          <Title order={2} size="h3" mb="xs">
            {text.around}
          </Title>
          <Around whistle={whistle} />
        </Card>
        <Card withBorder component="section">
          <Title order={2} size="h3" mb="xs">
            {text.rules}
          </Title>
          <Text size="sm" component="div">
            <Facts rows={[...rules.calls, rules.clocks, ...rules.rest]} />
          </Text>
        </Card>
      </SimpleGrid>
      {official ? (
        <section>
          <Title order={2} size="h3" mb="xs">
            {text.log}
          </Title>
          <WhistleLog number={whistle.number} latest={changes.at(-1)?.position} />
        </section>
      ) : null}
    </Stack>
  );
}
