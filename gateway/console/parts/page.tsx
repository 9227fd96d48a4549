import { Group, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";

/** A room: its name as the only first-level heading and as the tab's, what one may choose in it, and what is in it. */
export function Page({
  title,
  about,
  tools,
  children,
}: {
  title: string;
  about?: ReactNode;
  tools?: ReactNode;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Whistlegraph`;
  }, [title]);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end" gap="sm">
        <div>
          <Title order={1} size="h2">
            {title}
          </Title>
          {about ? (
            <Text c="dimmed" size="sm" component="div">
              {about}
            </Text>
          ) : null}
        </div>
        {tools ? (
          <Group gap="sm" className="no-print">
            {tools}
          </Group>
        ) : null}
      </Group>
      {children}
    </Stack>
  );
}
