import { Button, Checkbox, MultiSelect, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useSearchParams } from "wouter";
import { useMove } from "../../../graph/use-move.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { useOwners } from "../../../parts/owner-names.ts";
import { Refusals } from "../../../parts/refusals.tsx";
import { coordinateChoices, coordinatesNamed, grantingOwners, ownerNamed } from "../coordinate-choice.ts";
import { Dialog } from "../dialog.tsx";
import { reasonProblem } from "../extent.ts";
import { useOwnSubgraphs } from "../own-subgraphs.ts";
import { BreakGlassDocument } from "./break-glass.graphql.ts";

const said = texts(
  {
    title: "Emergency access",
    about:
      "Opens one case at once, without asking. The owner and the data bureau are told now, and the owner reviews it within three working days.",
    owner: "Whose data",
    coordinates: "What is needed",
    clear: "Personal fields named one by one are shown as they are; of a whole type they come masked.",
    case: "Case number",
    reason: "Why it cannot wait",
    aware: "It cannot wait, and I answer for it in the review",
    send: "Take the access",
    noOwner: "Choose whose data",
    nothing: "Choose 1 to 100",
    noCase: "A ticket's number, 430105-20260601-000001",
    notAware: "Confirm it",
  },
  {
    title: "紧急访问",
    about: "不经申请立即开放本案数据；即时通知数据责任单位和数据局，并由责任单位在三个工作日内复核。",
    owner: "数据所属",
    coordinates: "访问字段",
    clear: "逐个列明的个人字段明文提供，仅选整类的脱敏。",
    case: "工单编号",
    reason: "紧急事由",
    aware: "情况紧急不能等待，本人对此负责并接受复核",
    send: "发起紧急访问",
    noOwner: "请选择数据所属",
    nothing: "请选择 1 至 100 项",
    noCase: "应为工单编号，如 430105-20260601-000001",
    notAware: "请确认",
  },
);

/** Breaks the glass: loudly, for one case, begun by the address where somebody was sent here. */
export function TakeAccess({ onClose, done }: { onClose: () => void; done: (number: string) => void }) {
  const text = useText(said);
  const { language } = useLanguage();
  const { ownerName } = useOwners();
  const own = useOwnSubgraphs();
  const [address] = useSearchParams();
  const named = ownerNamed(address.get("owner")) ?? "";
  const { send, sending, refusals } = useMove(BreakGlassDocument);
  const form = useForm({
    initialValues: {
      owner: named,
      coordinates: coordinatesNamed(named, address.get("fields")),
      case: address.get("case") ?? "",
      reason: "",
      aware: false,
    },
    validate: {
      owner: (owner) => (owner ? null : text.noOwner),
      coordinates: (chosen) => (chosen.length >= 1 && chosen.length <= 100 ? null : text.nothing),
      case: (number) => (/^\d{6}-\d{8}-\d{6,}$/.test(number.trim()) ? null : text.noCase),
      reason: (reason) => reasonProblem(reason)?.[language] ?? null,
      aware: (aware) => (aware ? null : text.notAware),
    },
  });
  const { owner } = form.getValues();
  return (
    <Dialog title={text.title} size="lg" onClose={onClose}>
      <form
        noValidate
        onSubmit={form.onSubmit(async ({ aware, ...given }) => {
          const answer = await send({ ...given, case: given.case.trim(), reason: given.reason.trim() });
          if (!answer) return;
          done(answer.breakGlass.number);
          onClose();
        })}
      >
        <Stack gap="sm">
          <Text size="sm">{text.about}</Text>
          <Select
            label={text.owner}
            withAsterisk
            data={grantingOwners
              .filter((each) => !own.includes(each))
              .map((each) => ({ value: each, label: ownerName(each) }))}
            {...form.getInputProps("owner")}
            onChange={(value) => form.setValues({ owner: value ?? "", coordinates: [] })}
          />
          <MultiSelect
            label={text.coordinates}
            description={text.clear}
            withAsterisk
            searchable
            hidePickedOptions
            data={coordinateChoices(owner, language)}
            {...form.getInputProps("coordinates")}
          />
          <TextInput label={text.case} withAsterisk {...form.getInputProps("case")} />
          <Textarea label={text.reason} withAsterisk autosize minRows={2} {...form.getInputProps("reason")} />
          <Checkbox label={text.aware} {...form.getInputProps("aware", { type: "checkbox" })} />
          <Refusals refusals={refusals} />
          <Button type="submit" color="red" loading={sending}>
            {text.send}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
