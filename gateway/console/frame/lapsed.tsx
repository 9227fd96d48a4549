import { Alert, Button, Group } from "@mantine/core";
import { texts, useText } from "../language/language.tsx";
import { useLapsed, useSession } from "../session/session.tsx";

const said = texts(
  { title: "Your sign-in has ended", again: "Sign in again", kept: "What you typed is kept." },
  { title: "登录已过期", again: "重新登录", kept: "已填写的内容仍保留。" },
);

/** The token ended and none could be had: signing in again happens here, around the form that is being filled in. */
export function Lapsed() {
  const text = useText(said);
  const { session } = useSession();
  if (!useLapsed()) return null;
  return (
    <Alert color="orange" title={text.title} mb="md" role="alert">
      <Group>
        {text.kept}
        <Button size="xs" onClick={() => void session.renew()}>
          {text.again}
        </Button>
      </Group>
    </Alert>
  );
}
