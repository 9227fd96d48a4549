import { AppShell, Burger, Group, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { type ReactNode, useEffect, useRef } from "react";
import { Link, useLocation } from "wouter";
import mark from "../icon.svg";
import { texts, useText } from "../language/language.tsx";
import { rooms } from "../routes.ts";
import { useSession } from "../session/session.tsx";
import { ColourSwitch, LanguageSwitch } from "./choices.tsx";
import classes from "./frame.module.css";
import { HolderMenu } from "./holder-menu.tsx";
import { Lapsed } from "./lapsed.tsx";
import { roomNames } from "./room-names.ts";

const said = texts(
  {
    rooms: "Rooms",
    menu: "Menu",
    skip: "Skip to content",
    home: "Overview",
    explorer: "Explorer",
  },
  { rooms: "功能", menu: "菜单", skip: "跳到内容", home: "总览", explorer: "查询工具" },
);

/** What stands around every room: its way to the others, who has signed in, the language and the colours. */
export function Frame({ children }: { children: ReactNode }) {
  const text = useText(said);
  const names = useText(roomNames);
  const { config } = useSession();
  const [location] = useLocation();
  const [opened, { toggle, close }] = useDisclosure();
  const burger = useRef<HTMLButtonElement>(null);
  const leaveMenu = () => {
    if (!opened) return;
    close();
    burger.current?.focus();
  };
  useHotkeys([["Escape", leaveMenu]]);
  const content = useRef<HTMLElement>(null);
  const before = useRef(location);
  useEffect(() => {
    if (before.current === location) return;
    before.current = location;
    // The link by which one came here is gone with its page: whoever goes by keyboard goes on from here.
    if (document.activeElement === document.body) content.current?.focus({ preventScroll: true });
  }, [location]);

  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 200, breakpoint: "sm", collapsed: { mobile: !opened } }}
      padding="md"
    >
      <a href="#content" className={classes.skip}>
        {text.skip}
      </a>
      <AppShell.Header className="no-print">
        <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="xs">
          <Group gap="xs" wrap="nowrap">
            <Burger
              ref={burger}
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={text.menu}
              aria-expanded={opened}
              aria-controls="rooms"
            />
            <UnstyledButton component={Link} href="/overview">
              <Group gap={8} wrap="nowrap">
                <img src={mark} alt={text.home} width={24} height={24} />
                <Text fw={700} visibleFrom="xs">
                  吹哨报到
                </Text>
                <Text c="dimmed" size="sm" visibleFrom="md" lang="en">
                  Whistlegraph
                </Text>
              </Group>
            </UnstyledButton>
          </Group>
          <Group gap="xs" wrap="nowrap">
            <LanguageSwitch />
            <ColourSwitch />
            <HolderMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar
        id="rooms"
        p="xs"
        onClick={close}
        aria-label={text.rooms}
        className={`no-print ${classes.rooms}`}
        mod={{ folded: !opened }}
      >
        {rooms.map((room) => (
          <Link
            key={room}
            href={`/${room}`}
            className={classes.room ?? ""}
            aria-current={location.split("/")[1] === room ? "page" : undefined}
          >
            {names[room]}
          </Link>
        ))}
        {/* Where people sign in at a provider the explorer asks in the name of this page, which has to stay open. */}
        <a
          href="/explorer"
          className={classes.room}
          {...(config?.openId ? { target: "_blank", rel: "noopener" } : {})}
        >
          {text.explorer}
        </a>
      </AppShell.Navbar>
      <AppShell.Main id="content" ref={content} tabIndex={-1} className={classes.content}>
        <Lapsed />
        {children}
      </AppShell.Main>
    </AppShell>
  );
}
