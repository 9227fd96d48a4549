import { Alert, Button, Container, Group, Select, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { ColourSwitch, LanguageSwitch } from "../../frame/choices.tsx";
import { texts, useLanguage, useText } from "../../language/language.tsx";
import { rememberPost, tokensOfPost } from "../../session/post-tokens.ts";
import { useSession } from "../../session/session.tsx";

const said = texts(
  {
    title: "Sign in",
    about: "Sub-districts whistle, departments report",
    post: "Post",
    choose: "Choose a post of the local stack",
    enter: "Sign in",
    failed: "The token could not be had. Is the stack still running?",
  },
  {
    title: "登录",
    about: "街乡吹哨、部门报到",
    post: "岗位",
    choose: "选择本机演示岗位",
    enter: "登录",
    failed: "未能取得令牌，请确认本机服务仍在运行。",
  },
);

/** Whom to work as: a post of the local stack. */
export function SignIn() {
  const text = useText(said);
  const { language } = useLanguage();
  const { session, config } = useSession();
  const [post, setPost] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const posts = config.posts ?? [];
  const groups = [...Map.groupBy(posts, ({ place }) => place[language])].map(([group, items]) => ({
    group,
    items: items.map(({ id, label }) => ({ value: id, label: label[language] })),
  }));
  const enter = async () => {
    if (!post) return;
    rememberPost(post);
    await session.begin(tokensOfPost(post)).catch(() => setFailed(true));
  };
  return (
    <Container size="xs" pt="xl">
      <Group justify="flex-end">
        <LanguageSwitch />
        <ColourSwitch />
      </Group>
      <Stack component="main">
        <Title order={1}>{text.title}</Title>
        <Text>{text.about}</Text>
        <Select
          label={text.post}
          placeholder={text.choose}
          data={groups}
          value={post}
          onChange={setPost}
          searchable
        />
        {failed ? <Alert color="red">{text.failed}</Alert> : null}
        <Button onClick={() => void enter()} disabled={!post}>
          {text.enter}
        </Button>
      </Stack>
    </Container>
  );
}
