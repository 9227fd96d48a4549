import { Anchor, Group, Stack, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import { refusalAt } from "../../../graph/refusal.ts";
import { useLanguage, useText } from "../../../language/language.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { WhistleStateBadge } from "../../../parts/whistle-state.tsx";
import { CaseSection } from "./case-section.tsx";
import { CaseWhistlesDocument, type CaseWhistlesQuery } from "./case-whistles.graphql.ts";
import { Missing, type Why } from "./missing.tsx";
import { useCase } from "./use-case.ts";
import { whistleTexts } from "./whistle.text.ts";
import { WhistleClocks } from "./whistle-clocks.tsx";
import { WhistleUnits } from "./whistle-units.tsx";

type Whistle = NonNullable<CaseWhistlesQuery["ticket"]>["whistles"][number];

/** The whistles blown from the ticket: whom they called, how far each unit is, and their clocks. */
export function CaseWhistles({ number, changes }: { number: string; changes: number }) {
  const text = useText(whistleTexts);
  const { data, refusals, waiting, again } = useCase(CaseWhistlesDocument, { number }, changes);
  const whistles = data?.ticket?.whistles ?? [];
  return (
    <CaseSection
      title={text.title}
      waiting={waiting}
      lines={4}
      refusals={data?.ticket ? [] : refusals}
      {...(data?.ticket ? { missing: { refusals, number } } : {})}
      again={again}
    >
      {whistles.length === 0 && refusals.length === 0 ? <Text c="dimmed">{text.none}</Text> : null}
      <Stack gap="lg">
        {whistles.map((whistle, index) => (
          <OneWhistle
            key={whistle.number}
            whistle={whistle}
            why={(...path) => refusalAt(refusals, "ticket", "whistles", index, ...path)}
          />
        ))}
      </Stack>
    </CaseSection>
  );
}

function OneWhistle({ whistle, why }: { whistle: Whistle; why: Why }) {
  const text = useText(whistleTexts);
  const { language } = useLanguage();
  const { number, kindRules, state, blower, blownAt, createdAt, demand, raisedTo, endReason } = whistle;
  return (
    <article>
      <Group gap="xs">
        <Title order={3} size="sm">
          {kindRules[language === "zh" ? "nameZh" : "name"]}{" "}
          <Anchor component={Link} href={`/whistles/${number}`} underline="always" inherit>
            {number}
          </Anchor>
        </Title>
        <WhistleStateBadge state={state} />
      </Group>
      <Text size="sm">
        <Moment at={blownAt ?? createdAt} /> {blower ? text.blown(blower.name) : null}{" "}
        {raisedTo ? (
          <>
            {text.raised}{" "}
            <Anchor component={Link} href={`/whistles/${raisedTo.number}`} underline="always" inherit>
              {raisedTo.number}
            </Anchor>
          </>
        ) : null}
      </Text>
      {demand ? (
        <Text size="sm" maw="75ch">
          {demand}
        </Text>
      ) : null}
      {endReason ? <Text size="sm">{endReason}</Text> : null}
      <WhistleUnits participants={whistle.participants} why={(...path) => why("participants", ...path)} />
      {whistle.clocks ? (
        <WhistleClocks clocks={whistle.clocks} />
      ) : (
        <Missing what={text.clocks} refusal={why("clocks")} />
      )}
    </article>
  );
}
