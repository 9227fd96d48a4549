import { Button, Input, SimpleGrid, Stack, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useText } from "../../../language/language.tsx";
import { useProfileWords } from "../profile-words.ts";
import { blowSaid } from "./blow.text.ts";
import type { BlowValues, Call, Field, Unit, Verdict } from "./blow-values.ts";
import { CallField } from "./call-field.tsx";
import type { Option } from "./kind-choice.tsx";
import { usePlainer } from "./plainer.ts";
import { UnitChoice } from "./unit-choice.tsx";
import { type Competent, isOf } from "./use-call-choices.ts";
import { useOwnUnit } from "./use-own-unit.ts";

/** Who leads and who assists, each with its item; who is competent for the matter is said and offered first. */
export function CalledUnits({
  option,
  competent,
  verdicts,
  values,
  canCite,
  say,
  wrong,
}: {
  option: Option;
  competent: Competent | undefined;
  verdicts: ReadonlyMap<string, Verdict>;
  values: BlowValues;
  canCite: boolean;
  say: (said: Partial<BlowValues>) => void;
  wrong: (field: Field) => string | undefined;
}) {
  const text = useText(blowSaid);
  const words = useProfileWords();
  const { kind, leadWithin, assistingWithin } = option;
  const { lead, assisting } = values;
  const match = competent?.match;
  const first: readonly Unit[] = [...(match?.unit ? [match.unit] : []), ...(match?.overlap ?? [])];
  const taken = [lead, ...assisting].flatMap((call) => call?.unit.code ?? []);
  const leads = { kinds: kind.lead.kinds, within: leadWithin?.code };
  const assists = { kinds: kind.assisting.kinds, within: assistingWithin?.code };
  // The item the catalogue has it under is the one to begin with.
  const calling = (unit: Unit): Call => ({
    unit,
    item: canCite && match?.item && match.unit?.code === unit.code ? match.item : null,
  });
  const shared = { competent, verdicts, canCite };
  const own = useOwnUnit(kind.lead.isBlower);
  // What is said is of the form as it stands by the time the unit is known.
  const letLead = useRef<(unit: Unit) => void>(() => undefined);
  letLead.current = (unit) => {
    if (lead?.unit.code !== unit.code) say({ lead: calling(unit) });
  };
  useEffect(() => {
    if (own) letLead.current(own);
  }, [own]);
  const basis = (words.language === "zh" ? match?.basisZh : match?.basis) ?? "";
  const plain = usePlainer([basis]);
  const outOfReach = match?.unit && !isOf(leads, match.unit);
  return (
    <Stack gap="md">
      {kind.lead.isBlower ? <Text size="sm">{text.blowerLeads}</Text> : null}
      {match?.unit ? (
        <Text size="sm" component="div">
          {text.competentIs(match.unit.name, plain(basis))}
          {outOfReach ? ` ${text.competentElsewhere}` : null}
          {match.overlap.length > 0
            ? ` ${text.overlap(words.list(match.overlap.map(({ name }) => name)))}`
            : null}
          {lead || outOfReach || kind.lead.isBlower ? null : (
            <Button
              variant="light"
              size="compact-sm"
              ml="xs"
              onClick={() => match.unit && say({ lead: calling(match.unit) })}
            >
              {text.letLead}
            </Button>
          )}
        </Text>
      ) : null}
      {lead ? (
        <Input.Wrapper label={text.lead} labelElement="div" withAsterisk error={wrong("lead")}>
          <CallField
            {...shared}
            call={lead}
            onChange={(call) => say({ lead: call })}
            {...(kind.lead.isBlower ? {} : { onRemove: () => say({ lead: null }) })}
          />
        </Input.Wrapper>
      ) : (
        <UnitChoice
          label={text.lead}
          required
          target={leads}
          competent={first}
          taken={taken}
          error={wrong("lead")}
          onPick={(unit) => say({ lead: calling(unit) })}
        />
      )}
      {kind.assisting.max > 0 ? (
        <Input.Wrapper
          label={text.assisting(kind.assisting.min, kind.assisting.max)}
          labelElement="div"
          withAsterisk={kind.assisting.min > 0}
          error={wrong("assisting")}
        >
          <SimpleGrid cols={{ base: 1, md: 2 }} mb="xs">
            {assisting.map((call, index) => (
              <CallField
                {...shared}
                key={call.unit.code}
                call={call}
                onChange={(changed) => say({ assisting: assisting.with(index, changed) })}
                onRemove={() => say({ assisting: assisting.filter((each) => each !== call) })}
              />
            ))}
          </SimpleGrid>
          {assisting.length < kind.assisting.max ? (
            <UnitChoice
              label={text.addAssisting}
              target={assists}
              competent={first}
              taken={taken}
              onPick={(unit) => say({ assisting: [...assisting, calling(unit)] })}
            />
          ) : null}
        </Input.Wrapper>
      ) : null}
    </Stack>
  );
}
