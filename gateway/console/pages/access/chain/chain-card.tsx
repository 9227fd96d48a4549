import { Button, Group, Paper, Progress, Stack, Text, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { texts, useText } from "../../../language/language.tsx";
import { useOwners } from "../../../parts/owner-names.ts";
import { Refusals } from "../../../parts/refusals.tsx";
import { useSecondsLeft } from "../../../parts/seconds-left.ts";
import { notedHead, noteHead } from "./noted-heads.ts";
import type { Digest } from "./seal.ts";
import { type Chain, useVerification, type Verifying } from "./use-verification.ts";
import { Verdict } from "./verdict.tsx";
import { headOf, headText, type Verified } from "./verify.ts";

const said = texts(
  {
    of: (owner: string, district: string) => `${owner}, ${district}`,
    nowhere: "what services did in no district",
    count: (count: number, first: number, last: number) =>
      count === 0
        ? "No records kept"
        : `${count} ${count === 1 ? "record" : "records"} kept, ${first} to ${last}`,
    noted: "An end noted earlier (optional)",
    notedAbout:
      "As this page or access:verify gave it: 430105:12:6f1c…. What this browser saw last is filled in.",
    notOne: "This is no end of this chain: district, place and seal, with colons between.",
    verify: "Verify",
    stop: "Stop",
    goOn: "Go on from there",
    under: (checked: number, all: number) => `${checked} of ${all} verified`,
    waits: (seconds: number) => `The graph lets nobody read faster; it goes on by itself in ${seconds} s.`,
  },
  {
    of: (owner: string, district: string) => `${owner} · ${district}`,
    nowhere: "不属任何区县的服务查询",
    count: (count: number, first: number, last: number) =>
      count === 0 ? "没有留存的记录" : `现存 ${count} 条（第 ${first} 至 ${last} 条）`,
    noted: "此前记下的链尾（选填）",
    notedAbout: "本页或 access:verify 给出的链尾，形如 430105:12:6f1c…；已填入本浏览器上次所见。",
    notOne: "不是本链的链尾，应为“区县代码:序号:摘要”。",
    verify: "核验",
    stop: "停止",
    goOn: "从该处继续",
    under: (checked: number, all: number) => `已核验 ${checked} / ${all} 条`,
    waits: (seconds: number) => `已达查询限额，${seconds} 秒后自动继续。`,
  },
);

type UnderWay = Extract<Verifying, { span: unknown }>;

/** One chain, and its verification here. */
export function ChainCard({ chain, digest }: { chain: Chain; digest: Digest | undefined }) {
  const text = useText(said);
  const { ownerName } = useOwners();
  const { district, subgraph, startSequence, endSequence } = chain;
  const name = `${district}/${subgraph}`;
  const [given, setGiven] = useState(() => notedHead(name));
  const [problem, setProblem] = useState(false);
  const { now, begin, goOn, stop } = useVerification(chain);
  const { left: waits } = useSecondsLeft(now.state === "under way" ? (now.waits ?? 0) : 0);
  const count = endSequence - startSequence;
  const under = ({ span: { start, end }, reached }: UnderWay) =>
    text.under((reached?.last ?? start).sequence - start.sequence, end.sequence - start.sequence);
  const share = ({ span: { start, end }, reached }: UnderWay) =>
    (100 * ((reached?.last ?? start).sequence - start.sequence)) / Math.max(1, end.sequence - start.sequence);
  const verify = async () => {
    const noted = headOf(given, district);
    const unreadable = given.trim() !== "" && !noted;
    setProblem(unreadable);
    if (unreadable || !digest) return;
    keep(await begin(digest, noted));
  };
  /** An end that holds is seen again the next time, here. */
  const keep = (verified: Verified | undefined) => {
    const against = verified?.noted;
    if (verified?.complete && against !== "CHANGED" && against !== "CUT_OFF") {
      noteHead(name, headText(district, verified.last));
    }
  };
  const title = text.of(ownerName(subgraph), district === "000000" ? text.nowhere : district);
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4">
            {title}
          </Title>
          <Text size="sm" c="dimmed">
            {text.count(count, startSequence + 1, endSequence)}
          </Text>
        </div>
        <TextInput
          label={text.noted}
          description={text.notedAbout}
          value={given}
          error={problem ? text.notOne : null}
          onChange={({ currentTarget }) => setGiven(currentTarget.value)}
        />
        <Group>
          <Button disabled={!digest} loading={now.state === "under way"} onClick={() => void verify()}>
            {text.verify}
          </Button>
          {now.state === "under way" ? (
            <Button variant="default" onClick={stop}>
              {text.stop}
            </Button>
          ) : null}
        </Group>
        {now.state === "under way" ? (
          <div>
            <Progress value={share(now)} aria-label={text.verify} size="lg" />
            <Text size="sm">
              {under(now)} {waits > 0 ? text.waits(waits) : null}
            </Text>
          </div>
        ) : null}
        {now.state === "held up" ? (
          <>
            <Refusals refusals={now.refusals} />
            <Group>
              <Text size="sm">{under(now)}</Text>
              <Button size="xs" onClick={() => void goOn().then(keep)}>
                {text.goOn}
              </Button>
            </Group>
          </>
        ) : null}
        {now.state === "done" ? (
          <Verdict name={title} district={district} verified={now.verified} at={now.at} />
        ) : null}
      </Stack>
    </Paper>
  );
}
