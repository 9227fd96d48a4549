import { Button, Divider, Popover, Stack, Text, Title } from "@mantine/core";
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
    <Popover position="bottom-end" width={300} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="compact-md" aria-label={`${text.signedIn} ${holder.name}`}>
          {holder.name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={text.signedIn}>
        <Stack gap="xs">
          <div>
            <Text size="sm" fw={600}>
              {holder.name} · {term(Post, holder.post as keyof typeof Post)}
            </Text>
            <Text size="xs" c="dimmed">
              {text.unit} <UnitName code={holder.unit} />
            </Text>
          </div>
          <div>
            <Title order={2} fz="sm" fw={600} mb={2}>
              {text.scopes}
            </Title>
            <ScopeList scopes={holder.scopes} />
          </div>
          <Divider />
          <Button variant="default" fullWidth onClick={leave}>
            {config?.posts ? text.change : text.leave}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Looked up when this is opened, not with every page. */
function UnitName({ code }: { code: string }) {
  return <>{useUnitNames([code])(code)}</>;
}
