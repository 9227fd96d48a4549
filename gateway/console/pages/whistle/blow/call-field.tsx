import { Button, Card, Group, Select, Text } from "@mantine/core";
import { useText } from "../../../language/language.tsx";
import { useListName } from "../list-name.ts";
import { useProfileWords } from "../profile-words.ts";
import { blowSaid } from "./blow.text.ts";
import { type Call, type Verdict, verdictKey } from "./blow-values.ts";
import type { Competent } from "./use-call-choices.ts";
import { useItemChoices } from "./use-item-choices.ts";

/** A unit that is to be called, and by which item it is competent; whether its lists hold that is said at once. */
export function CallField({
  call,
  competent,
  verdicts,
  canCite,
  onChange,
  onRemove,
}: {
  call: Call;
  competent: Competent | undefined;
  verdicts: ReadonlyMap<string, Verdict>;
  /** Whether an item can be judged: the ticket is matched to a matter. */
  canCite: boolean;
  onChange: (call: Call) => void;
  /** Absent for a unit that cannot be another: the blower's own, where it leads itself. */
  onRemove?: () => void;
}) {
  const text = useText(blowSaid);
  const words = useProfileWords();
  const { unit, item } = call;
  const { named, others } = useItemChoices(unit.code, competent);
  const known = [...named, ...others, ...(item ? [item] : [])];
  const option = ({ code, name }: { code: string; name: string }) => ({
    value: code,
    label: `${name} ${code}`,
  });
  const verdict = verdicts.get(verdictKey(call));
  const listName = useListName(verdict?.listId);
  const refused = verdict && !verdict.allowed;
  const reason = verdict ? (words.language === "zh" ? verdict.reasonZh : verdict.reason) : "";
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <div>
          <Text fw={600}>{unit.name}</Text>
          <Text size="xs" c="dimmed">
            {words.unitKind(unit.kind)} · {unit.code}
          </Text>
        </div>
        {onRemove ? (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            onClick={onRemove}
            aria-label={text.remove(unit.name)}
          >
            <span aria-hidden="true">✕</span>
          </Button>
        ) : null}
      </Group>
      {unit.kind === "COMPANY" ? (
        <Text size="sm">{text.contract}</Text>
      ) : (
        <Select
          mt="xs"
          label={text.item}
          aria-label={`${text.item} ${unit.name}`}
          placeholder={canCite ? text.noItem : text.noMatter}
          disabled={!canCite}
          clearable
          searchable
          data={[
            { group: text.forMatter, items: named.map(option) },
            { group: text.ofUnit, items: others.map(option) },
          ].filter(({ items }) => items.length > 0)}
          value={item?.code ?? null}
          onChange={(code) => onChange({ unit, item: known.find((each) => each.code === code) ?? null })}
          error={refused ? `${reason} · ${text.rule(verdict.rule)}` : undefined}
          description={
            verdict?.allowed && verdict.listId && verdict.listVersion != null
              ? text.judged(listName, verdict.listVersion)
              : text.itemAbout
          }
        />
      )}
    </Card>
  );
}
