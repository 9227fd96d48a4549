import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useLocation } from "wouter";
import { texts, useText } from "../language/language.tsx";
import { SignInRefused } from "../parts/sign-in-refused.tsx";
import { useHolder, useLapsed, useOther, useSession } from "../session/session.tsx";
import { problemOf, type SignInProblem } from "../session/sign-in-problem.ts";
import classes from "./frame.module.css";

const said = texts(
  {
    title: "Your sign-in has ended",
    kept: "What you typed is kept, and what was to be sent is sent when you have signed in again.",
    again: "Sign in again",
    otherTitle: "Somebody else signed in",
    other: (other: string, holder: string) =>
      `${other} signed in; this page and what is typed in it are ${holder}'s. Nothing of it was sent.`,
    asHolder: (holder: string) => `Sign in as ${holder}`,
    asOther: (other: string) => `Begin anew as ${other}`,
  },
  {
    title: "登录已过期",
    kept: "已填写的内容仍保留，重新登录后自动继续提交。",
    again: "重新登录",
    otherTitle: "登录的是另一个人",
    other: (other: string, holder: string) => `登录的是${other}，而本页及所填内容属于${holder}，均未提交。`,
    asHolder: (holder: string) => `以${holder}登录`,
    asOther: (other: string) => `以${other}重新开始`,
  },
);

/** The token ended and none could be had: signing in again happens here, around the form that is being filled in. */
export function Lapsed() {
  const text = useText(said);
  const { session } = useSession();
  const [holder, other, lapsed] = [useHolder(), useOther(), useLapsed()];
  const [problem, setProblem] = useState<SignInProblem>();
  const [, goTo] = useLocation();
  if (!lapsed || !holder) return null;
  const ask = async (anew: boolean): Promise<void> => {
    setProblem(undefined);
    await session.ask({ anew }).catch((error: unknown) => setProblem(problemOf(error)));
  };
  const beginAsOther = (): void => {
    // The address, too, may say what the one before was looking for.
    goTo("/", { replace: true });
    session.goOnAsOther();
  };
  return (
    <Alert
      className={classes.lapsed ?? ""}
      color="orange"
      title={other ? text.otherTitle : text.title}
      mb="md"
      role="alert"
    >
      <Stack gap="xs">
        <Text size="sm">{other ? text.other(other.name, holder.name) : text.kept}</Text>
        {problem ? <SignInRefused problem={problem} /> : null}
        <Group gap="xs">
          <Button size="xs" onClick={() => void ask(other !== undefined)}>
            {other ? text.asHolder(holder.name) : text.again}
          </Button>
          {other ? (
            <Button size="xs" variant="default" onClick={beginAsOther}>
              {text.asOther(other.name)}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Alert>
  );
}
