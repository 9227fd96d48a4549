import { Button, Group } from "@mantine/core";
import { useDisclosure, useId } from "@mantine/hooks";
import type { ReactNode } from "react";
import { texts, useText } from "../language/language.tsx";
import classes from "./filter-bar.module.css";

const said = texts(
  { filters: (chosen: number) => (chosen > 0 ? `Filters (${chosen})` : "Filters") },
  { filters: (chosen: number) => (chosen > 0 ? `筛选（${chosen}）` : "筛选") },
);

/** What a list is narrowed by. On a phone it waits behind a button: there the list is what one came for. */
export function FilterBar({ chosen, children }: { chosen: number; children: ReactNode }) {
  const text = useText(said);
  const id = useId();
  const [opened, { toggle }] = useDisclosure();
  return (
    <div className="no-print">
      <Button
        hiddenFrom="sm"
        variant="default"
        fullWidth
        mb="xs"
        aria-expanded={opened}
        aria-controls={id}
        onClick={toggle}
      >
        {text.filters(chosen)}
      </Button>
      <Group
        id={id}
        align="flex-end"
        gap="sm"
        className={classes.fields ?? ""}
        data-opened={opened || undefined}
      >
        {children}
      </Group>
    </div>
  );
}
