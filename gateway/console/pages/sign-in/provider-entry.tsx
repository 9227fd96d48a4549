import { Button, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { OpenIdProvider } from "../../../session/session-door.ts";
import { useText } from "../../language/language.tsx";
import { SignInRefused } from "../../parts/sign-in-refused.tsx";
import { goToProvider } from "../../session/arrival.ts";
import { problemOf, type SignInProblem } from "../../session/sign-in-problem.ts";
import { signInTexts } from "./sign-in.text.ts";

/** To the city's identity provider, and back to where one was. */
export function ProviderEntry({ provider }: { provider: OpenIdProvider }) {
  const text = useText(signInTexts);
  const [going, setGoing] = useState(false);
  const [problem, setProblem] = useState<SignInProblem>();
  const go = async (): Promise<void> => {
    setGoing(true);
    setProblem(undefined);
    try {
      await goToProvider(provider);
    } catch (error) {
      setProblem(problemOf(error));
      setGoing(false);
    }
  };
  return (
    <Stack>
      <Text>{text.provider}</Text>
      {problem ? <SignInRefused problem={problem} /> : null}
      <Button size="md" onClick={() => void go()} loading={going} autoFocus>
        {text.enter}
      </Button>
      <Text size="xs" c="dimmed">
        {new URL(provider.issuer).host}
      </Text>
    </Stack>
  );
}
