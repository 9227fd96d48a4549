import { Button, Group, Stack, Textarea, Title } from "@mantine/core";
import { useLocation } from "wouter";
import { useMove } from "../../../graph/use-move.ts";
import { useText } from "../../../language/language.tsx";
import { Refusals } from "../../../parts/refusals.tsx";
import { CalledUnits } from "../blow/called-units.tsx";
import { Consequences } from "../blow/consequences.tsx";
import { DemandField } from "../blow/demand-field.tsx";
import type { Option } from "../blow/kind-choice.tsx";
import { Missing } from "../blow/missing.tsx";
import { ThemeChoice } from "../blow/theme-choice.tsx";
import type { TicketBehind } from "../blow/ticket-behind.tsx";
import { useFilling } from "../blow/use-filling.ts";
import { type ProfileTerm, useProfileWords } from "../profile-words.ts";
import { raiseSaid } from "./raise.text.ts";
import { type RaiseValues, raiseInputOf, raiseProblemsOf } from "./raise-values.ts";
import { RaiseWhistleDocument } from "./raise-whistle.graphql.ts";

/** Why the level below is not enough, whom the next one calls, and the button that raises. */
export function RaiseForm({
  number,
  option,
  ticket,
  themes,
  values,
  onChange,
  onRefused,
  onDone,
}: {
  number: string;
  option: Option;
  ticket: TicketBehind;
  themes: readonly ProfileTerm[];
  values: RaiseValues;
  onChange: (values: RaiseValues) => void;
  onRefused: () => void;
  onDone: () => void;
}) {
  const text = useText(raiseSaid);
  const words = useProfileWords();
  const [, go] = useLocation();
  const { kind } = option;
  const { competent, verdicts, say, problems, wrong, isComplete } = useFilling(values, {
    ticket,
    onChange,
    problemsOf: (verdicts) => raiseProblemsOf(values, kind, verdicts),
  });
  const { send, sending, refusals } = useMove(RaiseWhistleDocument);

  const raise = async () => {
    if (!isComplete()) return;
    const raised = await send({ input: raiseInputOf(values, { number, rules: kind }) });
    if (!raised) return onRefused();
    onDone();
    go(`/whistles/${raised.raiseWhistle.number}`);
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void raise();
      }}
    >
      <Stack gap="md">
        <Title order={2} size="h3">
          {text.choose(words.name(kind))}
        </Title>
        {(["reason", "tried"] as const).map((field) => (
          <Textarea
            key={field}
            label={text[field]}
            withAsterisk
            autosize
            minRows={2}
            value={values[field]}
            onChange={({ currentTarget }) => say({ [field]: currentTarget.value })}
            error={wrong(field)}
          />
        ))}
        <ThemeChoice
          codes={kind.themes}
          terms={themes}
          value={values.theme}
          onChange={(theme) => say({ theme })}
          error={wrong("theme")}
        />
        <CalledUnits
          {...{ option, competent, verdicts, values, say, wrong }}
          canCite={ticket.matter !== null}
        />
        <DemandField value={values.demand} onChange={(demand) => say({ demand })} error={wrong("demand")} />
        <Consequences option={option} values={values} ticket={ticket.number} />
        {problems ? <Missing problems={problems} /> : null}
        <Refusals refusals={refusals} />
        <Group>
          <Button type="submit" size="md" loading={sending}>
            {option.screened ? text.sendScreened : text.send}
          </Button>
          <Button variant="default" size="md" onClick={onDone} disabled={sending}>
            {text.discard}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
