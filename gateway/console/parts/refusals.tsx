import { Alert, Button, Code, Group, Stack, Text } from "@mantine/core";
import { lazy, Suspense } from "react";
import { eachOnce, type Refusal, toldAs } from "../graph/refusal.ts";
import { changeKinds } from "../language/change-kinds.ts";
import { type Language, texts, useLanguage, useText } from "../language/language.tsx";
import { useTerm } from "../language/term.ts";
import { Post } from "../language/terms.ts";
import { momentText } from "../language/time.ts";
import { useOffice } from "../language/work-calendar.tsx";
import { type OwnWords, useRefusalWords } from "./refusal-words.ts";
import { useSecondsLeft } from "./seconds-left.ts";

const WithheldRefusal = lazy(async () => ({
  default: (await import("./withheld-refusal.tsx")).WithheldRefusal,
}));

const said = texts(
  {
    refused: "Not possible",
    failed: "Something did not work",
    limited: "Too much at once",
    allowed: "What is possible",
    rule: "Rule",
    code: "For the help desk:",
    last: (kind: string, unit: string, post: string, at: string) =>
      `Last change: ${kind}, by ${post} of ${unit}, ${at}`,
    again: "Try again",
    againIn: (seconds: number) => `Try again in ${seconds} s`,
  },
  {
    refused: "不能这样办理",
    failed: "未能完成",
    limited: "请求过于频繁",
    allowed: "可行办法",
    rule: "依据规则",
    code: "报修代码",
    last: (kind: string, unit: string, post: string, at: string) =>
      `最近变更：${at}，${unit} ${post}，${kind}`,
    again: "重试",
    againIn: (seconds: number) => `${seconds} 秒后可重试`,
  },
);

/** Why something was refused or failed: the rule, what is possible instead, who was first, and a way to try again. */
export function Refusals({
  refusals,
  words,
  retry,
}: {
  refusals: readonly Refusal[];
  /** What this page calls what it asks for. */
  words?: OwnWords;
  retry?: () => void;
}) {
  const text = useText(said);
  const { language } = useLanguage();
  const limited = refusals.find(({ code }) => code === "RATE_LIMITED");
  const { left, begin } = useSecondsLeft(Number(limited?.details.seconds ?? 0));
  if (refusals.length === 0) return null;
  const failed = refusals.some(({ fault }) => fault === "SYSTEM");
  return (
    <Alert
      role="alert"
      color={failed ? "red" : "orange"}
      title={failed ? text.failed : limited ? text.limited : text.refused}
      variant="light"
    >
      <Stack gap="sm">
        {eachOnce(refusals).map((refusal) => (
          <RefusalText key={toldAs(refusal)} {...{ refusal, words, language }} />
        ))}
        {retry ? (
          <Group>
            <Button
              size="xs"
              variant="default"
              disabled={left > 0}
              onClick={() => {
                begin();
                retry();
              }}
            >
              {left > 0 ? text.againIn(left) : text.again}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Alert>
  );
}

function RefusalText({
  refusal,
  words,
  language,
}: {
  refusal: Refusal;
  words: OwnWords | undefined;
  language: Language;
}) {
  const text = useText(said);
  const term = useTerm();
  const { now } = useOffice();
  const { say, unitName } = useRefusalWords(refusal, words);
  const { message, rule, allowed, lastChange, code } = refusal;
  return (
    <Stack gap={4}>
      {code === "WITHHELD" ? (
        <Suspense>
          <WithheldRefusal refusal={refusal} />
        </Suspense>
      ) : (
        <Text size="sm">{say(message[language])}</Text>
      )}
      {allowed ? (
        <Text size="sm">
          <b>{text.allowed}</b> {say(allowed[language])}
        </Text>
      ) : null}
      {lastChange ? (
        <Text size="sm">
          {text.last(
            changeKinds[lastChange.kind]?.[language] ?? lastChange.kind,
            unitName(lastChange.unit),
            term(Post, lastChange.post as keyof typeof Post),
            momentText(lastChange.at, language, now),
          )}
        </Text>
      ) : null}
      <Group gap="xs">
        {rule ? (
          <Text size="xs" c="dimmed">
            {text.rule} {rule}
          </Text>
        ) : null}
        <Text size="xs" c="dimmed">
          {text.code} <Code fz="xs">{code}</Code>
        </Text>
      </Group>
    </Stack>
  );
}
