import { Button, Checkbox, Group, Select, Stack, Title } from "@mantine/core";
import { useLocation } from "wouter";
import { useMove } from "../../../graph/use-move.ts";
import { useText } from "../../../language/language.tsx";
import { CoordinationMode } from "../../../language/terms.ts";
import { Refusals } from "../../../parts/refusals.tsx";
import { useHolder } from "../../../session/session.tsx";
import { type ProfileTerm, useProfileWords } from "../profile-words.ts";
import { BlowWhistleDocument } from "./blow.graphql.ts";
import { blowSaid } from "./blow.text.ts";
import { type BlowValues, inputOf, problemsOf } from "./blow-values.ts";
import { CalledUnits } from "./called-units.tsx";
import { Consequences } from "./consequences.tsx";
import { DemandField } from "./demand-field.tsx";
import type { Option } from "./kind-choice.tsx";
import { Missing } from "./missing.tsx";
import { ThemeChoice } from "./theme-choice.tsx";
import type { TicketBehind } from "./ticket-behind.tsx";
import { useFilling } from "./use-filling.ts";

/** Posts for which it follows neither from who blows nor from who is to lead who leads whom. */
const statesCoordination = new Set(["CENTRE_DISPATCHER", "DISTRICT_LEADER"]);

/** What is filled in once a kind is chosen, what will come of it, and the button that blows. */
export function BlowForm({
  option,
  ticket,
  terms,
  values,
  onChange,
  onRefused,
  onDone,
}: {
  option: Option;
  ticket: TicketBehind;
  terms: { readonly sources: readonly ProfileTerm[]; readonly themes: readonly ProfileTerm[] };
  values: BlowValues;
  onChange: (values: BlowValues) => void;
  /** The ticket may not be as it was when the options were asked for. */
  onRefused: () => void;
  onDone: () => void;
}) {
  const text = useText(blowSaid);
  const words = useProfileWords();
  const holder = useHolder();
  const [, go] = useLocation();
  const { kind } = option;
  const { competent, verdicts, say, problems, wrong, isComplete } = useFilling(values, {
    ticket,
    onChange,
    problemsOf: (verdicts) => problemsOf(values, kind, verdicts),
  });
  const { send, sending, refusals } = useMove(BlowWhistleDocument);
  const options = (all: readonly ProfileTerm[]) =>
    all.map((each) => ({ value: each.code, label: words.name(each) }));

  const blow = async () => {
    if (!isComplete()) return;
    const input = inputOf(values, { ticket: ticket.number, grid: ticket.grid?.code, rules: kind });
    const blown = await send({ input });
    if (!blown) return onRefused();
    onDone();
    go(`/whistles/${blown.blowWhistle.number}`);
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void blow();
      }}
    >
      <Stack gap="md">
        <Title order={2} size="h3">
          {text.choose(words.name(kind))}
        </Title>
        <Group align="flex-start" grow preventGrowOverflow={false}>
          <Select
            miw={200}
            label={text.source}
            withAsterisk
            data={options(terms.sources)}
            value={values.source || null}
            onChange={(source) => say({ source: source ?? "" })}
            error={wrong("source")}
          />
          <ThemeChoice
            codes={kind.themes}
            terms={terms.themes}
            value={values.theme}
            onChange={(theme) => say({ theme })}
            error={wrong("theme")}
          />
          {statesCoordination.has(holder?.post ?? "") ? (
            <Select
              miw={200}
              label={text.coordination}
              description={text.coordinationAbout}
              clearable
              placeholder={text.follows}
              data={Object.entries(CoordinationMode).map(([value, label]) => ({
                value,
                label: label[words.language],
              }))}
              value={values.coordination || null}
              onChange={(coordination) => say({ coordination: coordination ?? "" })}
            />
          ) : null}
        </Group>
        <CalledUnits
          {...{ option, competent, verdicts, values, say, wrong }}
          canCite={ticket.matter !== null}
        />
        {kind.assembly.length > 0 ? (
          <Checkbox.Group
            label={text.assembly}
            value={[
              ...values.assembly,
              ...kind.assembly.filter(({ required }) => required).map(({ code }) => code),
            ]}
            onChange={(assembly) => say({ assembly })}
          >
            <Stack gap={6} mt={4}>
              {kind.assembly.map((seat) => (
                <Checkbox
                  key={seat.code}
                  value={seat.code}
                  disabled={seat.required}
                  label={seat.required ? `${words.name(seat)} · ${text.required}` : words.name(seat)}
                />
              ))}
            </Stack>
          </Checkbox.Group>
        ) : null}
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
