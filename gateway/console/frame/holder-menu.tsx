import { Box, Button, Menu, Text } from "@mantine/core";
import { useLocation } from "wouter";
import { texts, useText } from "../language/language.tsx";
import { useTerm } from "../language/term.ts";
import { Post } from "../language/terms.ts";
import { ScopeList } from "../parts/scope-list.tsx";
import { useUnitNames } from "../parts/unit-names.ts";
import { useHolder, useSession } from "../session/session.tsx";

const said = texts(
  { signedIn: "Signed in as", change: "Change post", leave: "Sign out", unit: "Unit", scopes: "Scopes" },
  { signedIn: "当前岗位", change: "更换岗位", leave: "退出登录", unit: "单位", scopes: "授权范围" },
);

/** Who has signed in, what their token opens, and the way out. */
export function HolderMenu() {
  const text = useText(said);
  const term = useTerm();
  const { session, config } = useSession();
  const holder = useHolder();
  const [, goTo] = useLocation();
  const leave = (): void => {
    // Whoever signs in here next is somebody else: the address may say what this one was looking for.
    if (!config?.posts) goTo("/", { replace: true });
    session.end();
  };
  if (!holder) return null;
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Button variant="default" size="compact-md" aria-label={`${text.signedIn} ${holder.name}`}>
          {holder.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{text.signedIn}</Menu.Label>
        <Text size="sm" px="sm">
          {holder.name} · {term(Post, holder.post as keyof typeof Post)}
        </Text>
        <Text size="xs" px="sm" c="dimmed">
          {text.unit} <UnitName code={holder.unit} />
        </Text>
        <Menu.Label>{text.scopes}</Menu.Label>
        <Box px="sm" pb="xs">
          <ScopeList scopes={holder.scopes} />
        </Box>
        <Menu.Divider />
        <Menu.Item onClick={leave}>{config?.posts ? text.change : text.leave}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Looked up when the menu is opened, not with every page. */
function UnitName({ code }: { code: string }) {
  return <>{useUnitNames([code])(code)}</>;
}
