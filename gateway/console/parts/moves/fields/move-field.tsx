import { Checkbox, Group, NumberInput, Radio, Select, Stack, Textarea, TextInput } from "@mantine/core";
import type { useForm } from "@mantine/form";
import { useLanguage } from "../../../language/language.tsx";
import type { Holder } from "../../../session/holder.ts";
import { type Field, mayBeEmpty, type Option } from "../field.ts";
import { GridChoice } from "./grid-choice.tsx";
import { InstantInput } from "./instant-input.tsx";
import { MatterChoice } from "./matter-choice.tsx";
import { PositionInput } from "./position-input.tsx";
import { TextEach } from "./text-each.tsx";
import { UnitChoice } from "./unit-choice.tsx";

type Input = ReturnType<ReturnType<typeof useForm<Record<string, unknown>>>["getInputProps"]>;

/** Fields of a few choices are shown at once: one touch instead of two. */
const FEW = 5;

/** One thing a move asks for, as its kind is filled in. */
export function MoveField<Subject>({
  field,
  subject,
  holder,
  input,
}: {
  field: Field<Subject>;
  subject: Subject;
  holder: Holder;
  input: Input;
}) {
  const { language } = useLanguage();
  const spoken = {
    label: field.label[language],
    description: field.hint?.[language],
    withAsterisk: !mayBeEmpty(field, subject),
  };
  switch (field.kind) {
    case "text":
      return field.lines === 1 ? (
        <TextInput {...input} {...spoken} maxLength={field.maximum} />
      ) : (
        <Textarea {...input} {...spoken} autosize minRows={3} maxRows={10} />
      );
    case "text-each":
      return (
        <TextEach
          {...input}
          label={spoken.label}
          description={spoken.description}
          items={field.of(subject).map((each) => wordsOf(each, language))}
        />
      );
    case "number":
      return (
        <NumberInput
          {...input}
          {...spoken}
          min={field.minimum}
          max={field.maximum}
          clampBehavior="none"
          allowDecimal={false}
          inputMode="numeric"
        />
      );
    case "yes-no":
      return <Choices {...{ input, spoken }} options={yesNo} />;
    case "choice": {
      const options = field.of(subject, holder);
      if (options.length <= FEW) return <Choices {...{ input, spoken, options }} />;
      return (
        <Select {...input} {...spoken} data={options.map((each) => wordsOf(each, language))} clearable />
      );
    }
    case "several":
      return (
        <Checkbox.Group {...input} {...spoken}>
          <Stack gap="xs" my={8}>
            {field.of(subject, holder).map((option) => (
              <Checkbox key={option.value} {...wordsOf(option, language)} />
            ))}
          </Stack>
        </Checkbox.Group>
      );
    case "unit":
      return <UnitChoice {...input} {...spoken} within={field.within(subject)} />;
    case "matter":
      return (
        <MatterChoice
          {...input}
          {...spoken}
          within={field.within(subject)}
          like={field.like?.(subject) ?? ""}
        />
      );
    case "grid":
      return <GridChoice {...input} {...spoken} within={field.within(subject)} />;
    case "position":
      return <PositionInput {...input} {...spoken} />;
    case "instant":
      return <InstantInput {...input} {...spoken} />;
  }
}

const yesNo: readonly Option[] = [
  { value: "yes", label: { en: "Yes", zh: "是" } },
  { value: "no", label: { en: "No", zh: "否" } },
];

const wordsOf = ({ value, label }: Option, language: "en" | "zh"): { value: string; label: string } => ({
  value,
  label: typeof label === "string" ? label : label[language],
});

function Choices({
  input,
  spoken,
  options,
}: {
  input: Input;
  spoken: { label: string; description: string | undefined; withAsterisk: boolean };
  options: readonly Option[];
}) {
  const { language } = useLanguage();
  const radios = options.map((option) => (
    <Radio key={option.value} {...wordsOf(option, language)} size="md" />
  ));
  return (
    <Radio.Group {...input} {...spoken}>
      {options === yesNo ? (
        <Group gap="xl" my={8}>
          {radios}
        </Group>
      ) : (
        <Stack gap="sm" my={8}>
          {radios}
        </Stack>
      )}
    </Radio.Group>
  );
}
