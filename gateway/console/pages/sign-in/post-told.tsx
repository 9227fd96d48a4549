import { Badge, Button, Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { SignInPost } from "../../../session/session-door.ts";
import { roomNames } from "../../frame/room-names.ts";
import { useLanguage, useText } from "../../language/language.tsx";
import { ScopeList } from "../../parts/scope-list.tsx";
import { dutiesOf } from "../../session/post-duties.ts";
import classes from "./sign-in.module.css";
import { signInTexts } from "./sign-in.text.ts";

/** A post before it is chosen: whose it is, what it is there for, what it may see. */
export function PostTold({
  post,
  enter,
  entering,
}: {
  post: SignInPost;
  enter: () => void;
  entering: boolean;
}) {
  const text = useText(signInTexts);
  const names = useText(roomNames);
  const { language } = useLanguage();
  const duties = dutiesOf(post.post);
  return (
    <section className={classes.told} aria-label={post.label[language]}>
      <div className={classes.toldText}>
        <Title order={2} size="h3">
          {post.name}
        </Title>
        <Text fw={500}>{post.label[language]}</Text>
        <Text size="sm" c="dimmed">
          {post.place[language]} · {text.unit} {post.unit} · {text.place} {post.division}
        </Text>
        <Stack gap="sm" mt="md">
          {duties ? (
            <>
              <Part title={text.does}>
                <Text size="sm">{duties.does[language]}</Text>
              </Part>
              <Part title={text.sees}>
                <Text size="sm">{duties.sees[language]}</Text>
                <Text size="sm" c="dimmed">
                  {text.others}
                </Text>
              </Part>
              <Part title={text.rooms}>
                <Group gap={6}>
                  {duties.rooms.map((room) => (
                    <Badge key={room} variant="default" size="lg" radius="sm" tt="none" fw={400}>
                      {names[room]}
                    </Badge>
                  ))}
                </Group>
              </Part>
            </>
          ) : null}
          <Part title={text.scopes}>
            <ScopeList scopes={post.scopes} />
          </Part>
        </Stack>
      </div>
      <Button
        className={classes.enter ?? ""}
        fullWidth
        size="md"
        onClick={enter}
        loading={entering}
        aria-label={text.enterAs(`${post.name} ${post.label[language]}`)}
      >
        {text.enter}
      </Button>
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Title order={3} fz="sm" fw={600} mb={2}>
        {title}
      </Title>
      {children}
    </div>
  );
}
