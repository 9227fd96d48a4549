import { Button, Group, Loader, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { ColourSwitch, LanguageSwitch } from "../../frame/choices.tsx";
import mark from "../../icon.svg";
import { useText } from "../../language/language.tsx";
import { SignInRefused } from "../../parts/sign-in-refused.tsx";
import type { Arrival } from "../../session/arrival.ts";
import { useSession } from "../../session/session.tsx";
import { SignInProblem } from "../../session/sign-in-problem.ts";
import { PostChooser } from "./post-chooser.tsx";
import { ProviderEntry } from "./provider-entry.tsx";
import classes from "./sign-in.module.css";
import { signInTexts } from "./sign-in.text.ts";

/** Whom to work as: somebody the city's identity provider knows, or a post of the local stack. */
export function SignIn({ arrival }: { arrival: Promise<Arrival> | undefined }) {
  const text = useText(signInTexts);
  const { config } = useSession();
  const arrived = useArrival(arrival);
  useEffect(() => {
    document.title = `${text.title} · Whistlegraph`;
  }, [text]);

  if (arrived === "WAITING") {
    return (
      <Sheet>
        <Group role="status">
          <Loader size="sm" aria-hidden="true" /> <Text>{text.signingIn}</Text>
        </Group>
      </Sheet>
    );
  }
  if (arrived === "HANDED_OVER") {
    return (
      <Sheet>
        <Text role="status">{text.handedOver}</Text>
      </Sheet>
    );
  }
  const posts = config?.posts;
  return (
    <Sheet wide={Boolean(posts)}>
      {arrived instanceof SignInProblem ? <SignInRefused problem={arrived} /> : null}
      {config ? null : <Unreachable />}
      {config && !config.openId && !posts ? <Nowhere /> : null}
      {config?.openId ? <ProviderEntry provider={config.openId} /> : null}
      {posts ? (
        <>
          <Text c="dimmed" size="sm">
            {text.local}
          </Text>
          <PostChooser posts={posts} />
        </>
      ) : null}
    </Sheet>
  );
}

function useArrival(arrival: Promise<Arrival> | undefined): Arrival | "WAITING" | undefined {
  const [arrived, setArrived] = useState<Arrival | "WAITING" | undefined>(arrival && "WAITING");
  useEffect(() => {
    void arrival?.then(setArrived);
  }, [arrival]);
  return arrived;
}

/** The page around whatever there is to choose: what this is, and in which language and colours. */
function Sheet({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  const text = useText(signInTexts);
  return (
    <div className={classes.page}>
      <div className={classes.sheet} data-wide={wide || undefined}>
        <Group component="header" justify="space-between" wrap="nowrap" gap="xs" mb="lg">
          <Group gap={10} wrap="nowrap">
            <img src={mark} alt="" width={32} height={32} />
            <div>
              <Text fw={700} lh={1.2}>
                吹哨报到{" "}
                <Text span c="dimmed" fw={400} lang="en">
                  Whistlegraph
                </Text>
              </Text>
              <Text size="xs" c="dimmed">
                {text.about}
              </Text>
            </div>
          </Group>
          <Group gap={4} wrap="nowrap">
            <LanguageSwitch />
            <ColourSwitch />
          </Group>
        </Group>
        <Stack component="main" gap="sm">
          <Title order={1} size="h2">
            {text.title}
          </Title>
          {children}
        </Stack>
      </div>
    </div>
  );
}

function Unreachable() {
  const text = useText(signInTexts);
  return (
    <Stack align="flex-start" role="alert">
      <Text>{text.unreachable}</Text>
      <Button variant="default" onClick={() => location.reload()}>
        {text.reload}
      </Button>
    </Stack>
  );
}

function Nowhere() {
  const text = useText(signInTexts);
  return (
    <Stack align="flex-start" gap="xs">
      <Text>{text.nowhere}</Text>
      <Text size="sm" c="dimmed">
        {text.nowhereTodo}
      </Text>
      <Button component="a" href="/explorer" variant="default">
        {text.explorer}
      </Button>
    </Stack>
  );
}
