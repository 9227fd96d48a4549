import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Refusal } from "../../graph/refusal.ts";
import { texts, useText } from "../../language/language.tsx";
import { Refusals } from "../../parts/refusals.tsx";
import { Dialog } from "./dialog.tsx";

const said = texts(
  {
    reason: "Reason",
    needed: "Say why: it stays on record.",
    long: "2000 characters at most",
    cancel: "Cancel",
  },
  { reason: "理由", needed: "请填写理由，将留存备查。", long: "不超过 2000 字", cancel: "取消" },
);

const longest = 2_000;

/** Asks for the reason of a decision and takes it; what was typed stays until it went through. */
export function ReasonDialog({
  title,
  about,
  confirm,
  color,
  check,
  send,
  sending,
  refusals,
  onClose,
  children,
}: {
  title: string;
  about?: ReactNode;
  confirm: string;
  color?: string;
  /** Whether all else that the dialog asks for is there. */
  check?: () => boolean;
  /** Whether it went through. */
  send: (reason: string) => Promise<boolean>;
  sending: boolean;
  refusals: readonly Refusal[];
  onClose: () => void;
  children?: ReactNode;
}) {
  const text = useText(said);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async () => {
    const given = reason.trim();
    const found = given === "" ? text.needed : given.length > longest ? text.long : null;
    setProblem(found);
    const complete = check?.() ?? true;
    if (!found && complete && (await send(given))) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="sm">
          {about ? <Text size="sm">{about}</Text> : null}
          {children}
          <Textarea
            label={text.reason}
            required
            autosize
            minRows={3}
            data-autofocus
            value={reason}
            error={problem}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <Refusals refusals={refusals} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button type="submit" loading={sending} {...(color ? { color } : {})}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
