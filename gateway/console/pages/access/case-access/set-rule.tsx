import { Button, Checkbox, Group, Select, Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMove } from "../../../graph/use-move.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { CasePart } from "../../../language/terms.ts";
import { dayAfter, dayOf } from "../../../language/time.ts";
import { useOffice } from "../../../language/work-calendar.tsx";
import { useOwners } from "../../../parts/owner-names.ts";
import { Refusals } from "../../../parts/refusals.tsx";
import { Dialog } from "../dialog.tsx";
import { type Extent, extentInput, extentProblems, reasonProblem } from "../extent.ts";
import { ExtentFields } from "../extent-fields.tsx";
import { useOwnSubgraphs } from "../own-subgraphs.ts";
import { SetRuleDocument } from "./set-rule.graphql.ts";

const said = texts(
  {
    title: "Open to whoever is called to a case",
    owner: "Whose data",
    parts: "To those with one of these parts",
    needed: "Choose one at least",
    reason: "Why",
    send: "Set the rule",
  },
  {
    title: "设定案内访问规则",
    owner: "数据所属",
    parts: "适用角色",
    needed: "请至少选择一项",
    reason: "设定理由",
    send: "设定",
  },
);

interface Rule extends Extent {
  readonly owner: string;
  readonly parts: string[];
  readonly reason: string;
}

/** An owner opens something of its data in every case, once. */
export function SetRule({ onClose, done }: { onClose: () => void; done: (number: string) => void }) {
  const text = useText(said);
  const term = useTerm();
  const { language } = useLanguage();
  const { ownerName } = useOwners();
  const own = useOwnSubgraphs();
  const today = dayOf(useOffice().now);
  const { send, sending, refusals } = useMove(SetRuleDocument);
  const form = useForm<Rule>({
    initialValues: {
      owner: own[0] ?? "",
      parts: [],
      coordinates: [],
      clear: [],
      validFrom: today,
      validUntil: dayAfter(today, 365),
      listMaximum: "",
      reason: "",
    },
    validate: (rule) => ({
      ...Object.fromEntries(
        Object.entries(extentProblems(rule, today)).map(([field, problem]) => [
          field,
          problem?.[language] ?? null,
        ]),
      ),
      parts: rule.parts.length > 0 ? null : text.needed,
      reason: reasonProblem(rule.reason)?.[language] ?? null,
    }),
  });
  return (
    <Dialog title={text.title} size="lg" onClose={onClose}>
      <form
        noValidate
        onSubmit={form.onSubmit(async (rule) => {
          const input = {
            owner: rule.owner,
            parts: rule.parts as (keyof typeof CasePart)[],
            reason: rule.reason.trim(),
            ...extentInput(rule),
          };
          const answer = await send({ input });
          if (!answer) return;
          done(answer.setCaseAccessRule.number);
          onClose();
        })}
      >
        <Stack gap="sm">
          {own.length > 1 ? (
            <Select
              label={text.owner}
              withAsterisk
              data={own.map((each) => ({ value: each, label: ownerName(each) }))}
              {...form.getInputProps("owner")}
            />
          ) : null}
          <Checkbox.Group label={text.parts} withAsterisk {...form.getInputProps("parts")}>
            <Group gap="md" mt={4}>
              {(Object.keys(CasePart) as (keyof typeof CasePart)[]).map((part) => (
                <Checkbox key={part} value={part} label={term(CasePart, part)} />
              ))}
            </Group>
          </Checkbox.Group>
          <ExtentFields form={form} owner={form.getValues().owner} />
          <Textarea label={text.reason} withAsterisk autosize minRows={2} {...form.getInputProps("reason")} />
          <Refusals refusals={refusals} />
          <Button type="submit" loading={sending}>
            {text.send}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
