import { Group, MultiSelect, NumberInput, TextInput } from "@mantine/core";
import type { useForm } from "@mantine/form";
import { texts, useLanguage, useText } from "../../language/language.tsx";
import { clearChoices, coordinateChoices, personalIn } from "./coordinate-choice.ts";
import type { Extent } from "./extent.ts";

const said = texts(
  {
    coordinates: "Fields",
    about: "A whole type, or field by field",
    clear: "Of these in clear",
    clearAbout: "Personal fields not named here come masked.",
    from: "From",
    until: "Until, that day no longer",
    most: "Rows at once",
    usual: "100 where left empty",
  },
  {
    coordinates: "字段",
    about: "可选整类，也可逐个字段选择",
    clear: "其中明文提供",
    clearAbout: "未列入的个人字段一律脱敏。",
    from: "生效日期",
    until: "失效日期（当日起失效）",
    most: "单次导出上限（行）",
    usual: "不填为 100",
  },
);

/** What is opened, how much of it at once and how long: the same for a grant and for a rule. */
export function ExtentFields<Values extends Extent>({
  form,
  owner,
  within,
}: {
  form: ReturnType<typeof useForm<Values>>;
  owner: string;
  /** What was asked for, where no more may be chosen. */
  within?: Extent;
}) {
  const text = useText(said);
  const { language } = useLanguage();
  const { coordinates } = form.getValues();
  const personal = clearChoices(owner, coordinates, language).filter(
    ({ value }) => !within || within.clear.includes(value),
  );
  const field = form.getInputProps("coordinates");
  return (
    <>
      <MultiSelect
        label={text.coordinates}
        description={text.about}
        withAsterisk
        searchable
        hidePickedOptions
        data={coordinateChoices(owner, language, within?.coordinates)}
        {...field}
        onChange={(chosen: string[]) => {
          field.onChange(chosen);
          const kept = personalIn(owner, chosen);
          form.setFieldValue("clear", ((clear: string[]) =>
            clear.filter((each) => kept.includes(each))) as never);
        }}
      />
      {personal.length > 0 ? (
        <MultiSelect
          label={text.clear}
          description={text.clearAbout}
          data={personal}
          {...form.getInputProps("clear")}
        />
      ) : null}
      <Group align="flex-start" gap="sm">
        <TextInput type="date" label={text.from} withAsterisk {...form.getInputProps("validFrom")} />
        <TextInput type="date" label={text.until} withAsterisk {...form.getInputProps("validUntil")} />
        <NumberInput
          label={text.most}
          placeholder={text.usual}
          min={1}
          max={5_000}
          w={200}
          allowDecimal={false}
          {...form.getInputProps("listMaximum")}
        />
      </Group>
    </>
  );
}
