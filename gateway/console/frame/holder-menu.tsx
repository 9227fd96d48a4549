import { Button, Menu, Text } from "@mantine/core";
import { texts, useText } from "../language/language.tsx";
import { rememberPost } from "../session/post-tokens.ts";
import { useHolder, useSession } from "../session/session.tsx";

const said = texts(
  { signedIn: "Signed in as", change: "Change post", unit: "Unit", scopes: "Scopes", none: "none" },
  { signedIn: "当前岗位", change: "更换岗位", unit: "单位", scopes: "授权范围", none: "无" },
);

/** Who has signed in, and the way out. */
export function HolderMenu() {
  const text = useText(said);
  const { session } = useSession();
  const holder = useHolder();
  if (!holder) return null;
  const leave = () => {
    rememberPost(undefined);
    session.end();
  };
  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Button variant="default" size="compact-md" aria-label={`${text.signedIn} ${holder.name}`}>
          {holder.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{text.signedIn}</Menu.Label>
        <Text size="sm" px="sm">
          {holder.name} · {holder.post}
        </Text>
        <Text size="xs" px="sm" pb="xs" c="dimmed">
          {text.unit} {holder.unit} · {text.scopes} {holder.scopes.join(" ") || text.none}
        </Text>
        <Menu.Divider />
        <Menu.Item onClick={leave}>{text.change}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
