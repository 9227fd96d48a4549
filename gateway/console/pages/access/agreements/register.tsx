import { Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMove } from "../../../graph/use-move.ts";
import { texts, useText } from "../../../language/language.tsx";
import { dayAfter, dayOf } from "../../../language/time.ts";
import { useOffice } from "../../../language/work-calendar.tsx";
import { Refusals } from "../../../parts/refusals.tsx";
import { Dialog } from "../dialog.tsx";
import { RegisterAgreementDocument } from "./register-agreement.graphql.ts";

const said = texts(
  {
    title: "Register an agreement",
    one: "One party's code",
    other: "The other party's code",
    purpose: "What the data is shared for",
    from: "From",
    until: "Until, that day no longer",
    code: "A unit's or division's code, 430105-HOUSING or 430105010",
    same: "Two different bodies",
    needed: "1 to 2000 characters",
    later: "After the first day",
    send: "Register",
  },
  {
    title: "登记数据共享协议",
    one: "甲方代码",
    other: "乙方代码",
    purpose: "共享目的",
    from: "生效日期",
    until: "失效日期（当日起失效）",
    code: "应为单位或区划代码，如 430105-HOUSING、430105010",
    same: "应为两个不同单位",
    needed: "请填写，不超过 2000 字",
    later: "须晚于生效日期",
    send: "登记",
  },
);

const bodies = /^\d{6}(-[A-Z]+(-[A-Z]+)*|\d{3}|\d{6})?$/;

/** The data bureau's steward puts an agreement on record. */
export function Register({ onClose, done }: { onClose: () => void; done: (number: string) => void }) {
  const text = useText(said);
  const { now } = useOffice();
  const today = dayOf(now);
  const { send, sending, refusals } = useMove(RegisterAgreementDocument);
  const form = useForm({
    initialValues: { one: "", other: "", purpose: "", validFrom: today, validUntil: dayAfter(today, 365) },
    validate: {
      one: (code) => (bodies.test(code.trim()) ? null : text.code),
      other: (code, { one }) =>
        !bodies.test(code.trim()) ? text.code : code.trim() === one.trim() ? text.same : null,
      purpose: (purpose) =>
        purpose.trim().length >= 1 && purpose.trim().length <= 2_000 ? null : text.needed,
      validUntil: (until, { validFrom }) => (until > validFrom ? null : text.later),
    },
  });
  return (
    <Dialog title={text.title} onClose={onClose}>
      <form
        noValidate
        onSubmit={form.onSubmit(async ({ one, other, purpose, validFrom, validUntil }) => {
          const input = {
            parties: [one.trim(), other.trim()],
            purpose: purpose.trim(),
            validFrom,
            validUntil,
          };
          const answer = await send({ input });
          if (!answer) return;
          done(answer.registerAgreement.number);
          onClose();
        })}
      >
        <Stack gap="sm">
          <TextInput label={text.one} withAsterisk data-autofocus {...form.getInputProps("one")} />
          <TextInput label={text.other} withAsterisk {...form.getInputProps("other")} />
          <Textarea
            label={text.purpose}
            withAsterisk
            autosize
            minRows={2}
            {...form.getInputProps("purpose")}
          />
          <Group grow>
            <TextInput type="date" label={text.from} withAsterisk {...form.getInputProps("validFrom")} />
            <TextInput type="date" label={text.until} withAsterisk {...form.getInputProps("validUntil")} />
          </Group>
          <Refusals refusals={refusals} />
          <Button type="submit" loading={sending}>
            {text.send}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
