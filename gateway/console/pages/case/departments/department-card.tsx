import { Button, Skeleton, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { texts, useText } from "../../../language/language.tsx";
import classes from "./departments.module.css";
import { type Owner, ownerNames } from "./owners.ts";
import { PartMark } from "./part-mark.tsx";
import type { PartAnswer } from "./use-part.ts";

const said = texts(
  { again: "Ask again", asking: "Asking", printed: "Had not come when this was printed" },
  { again: "再次查询", asking: "查询中", printed: "打印时尚未取得" },
);

/** What one owner holds of the case, part by part. While it is asked the card has about the size it will have. */
export function DepartmentCard({
  owner,
  about,
  answer,
  children,
}: {
  owner: Owner;
  about: string;
  answer: Pick<PartAnswer<unknown>, "waiting" | "asking" | "again" | "refusals">;
  children: ReactNode;
}) {
  const text = useText(said);
  const name = useText(ownerNames[owner]);
  const { waiting, asking, again, refusals } = answer;
  const heading = useId();
  const down = refusals.some(({ fault }) => fault === "SYSTEM");
  return (
    <section className={classes.card} aria-labelledby={heading} aria-busy={asking}>
      <div className={classes.head}>
        <Title order={3} size="h5" id={heading}>
          {name}
        </Title>
        {waiting ? (
          <>
            <span className="no-print">
              <PartMark state="ASKED" />
            </span>
            <Text size="sm" fw={600} className="print-only">
              {text.printed}
            </Text>
          </>
        ) : (
          <Button
            variant={down ? "light" : "subtle"}
            size="compact-xs"
            className="no-print"
            loading={asking}
            onClick={again}
          >
            {text.again}
          </Button>
        )}
      </div>
      <Text size="xs" c="dimmed">
        {about}
      </Text>
      {waiting ? (
        <Stack gap={8} mt="sm" className="no-print" role="status" aria-label={`${name} ${text.asking}`}>
          <Skeleton height={16} />
          <Skeleton height={16} width="70%" />
          <Skeleton height={16} width="50%" />
        </Stack>
      ) : (
        children
      )}
    </section>
  );
}
