import { Group, Paper, Text, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";

/** One thing of several in a room: its name, what one may choose in it, and what it shows. */
export function Panel({
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
  const id = useId();
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id} h="100%">
      <Group justify="space-between" align="flex-start" gap="xs" mb="sm">
        <div>
          <Title order={2} size="h5" id={id}>
            {title}
          </Title>
          {about ? (
            <Text size="xs" c="dimmed" component="div">
              {about}
            </Text>
          ) : null}
        </div>
        {tools}
      </Group>
      {children}
    </Paper>
  );
}
