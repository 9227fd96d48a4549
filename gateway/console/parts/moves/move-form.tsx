import { Button, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRef } from "react";
import { useLanguage } from "../../language/language.tsx";
import type { Holder } from "../../session/holder.ts";
import type { Values } from "./field.ts";
import { asked, beginning, problemOf } from "./field.ts";
import { MoveField } from "./fields/move-field.tsx";
import type { Move } from "./move.ts";

/** What a move asks for, checked before it is sent; every keystroke is kept, so that nothing typed is ever lost. */
export function MoveForm<Subject>({
  move,
  subject,
  holder,
  before,
  keep,
  sending,
  submit,
}: {
  move: Move<Subject>;
  subject: Subject;
  holder: Holder;
  /** What was typed here before. */
  before: Values | undefined;
  keep: (values: Values) => void;
  sending: boolean;
  submit: (values: Values) => Promise<void>;
}) {
  const { language } = useLanguage();
  const { fields, label } = move;
  const form = useForm<Record<string, unknown>>({
    initialValues: { ...beginning(fields, subject, holder), ...before },
    onValuesChange: keep,
    validate: (values) =>
      Object.fromEntries(
        asked(fields, values).flatMap((field) => {
          const problem = problemOf(field, values[field.name], subject);
          return problem ? [[field.name, problem[language]]] : [];
        }),
      ),
  });
  const element = useRef<HTMLFormElement>(null);
  const showFirst = (errors: object): void => {
    const first = fields.find(({ name }) => name in errors);
    const place = element.current?.querySelector<HTMLElement>(`[data-field="${first?.name}"]`);
    place?.scrollIntoView({ block: "center" });
    place?.querySelector<HTMLElement>("input, textarea, button")?.focus({ preventScroll: true });
  };
  return (
    <form noValidate ref={element} onSubmit={form.onSubmit(submit, showFirst)}>
      <Stack>
        {asked(fields, form.values).map((field) => (
          <div key={field.name} data-field={field.name}>
            <MoveField
              field={field}
              subject={subject}
              holder={holder}
              input={form.getInputProps(field.name)}
            />
          </div>
        ))}
        <Button
          type="submit"
          loading={sending}
          size="md"
          fullWidth
          {...(fields.length === 0 ? { "data-autofocus": true } : {})}
        >
          {label[language]}
        </Button>
      </Stack>
    </form>
  );
}
