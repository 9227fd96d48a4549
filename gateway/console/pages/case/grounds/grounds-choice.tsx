import { Anchor, Autocomplete, Button, Group, Paper, Stack, Text } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useQuery } from "urql";
import { Link } from "wouter";
import { texts, useText } from "../../../language/language.tsx";
import { dayOf } from "../../../language/time.ts";
import { useOffice } from "../../../language/work-calendar.tsx";
import { useHolder } from "../../../session/session.tsx";
import { BasisChoicesDocument, type BasisChoicesQuery } from "./basis-choices.graphql.ts";
import { useGrounds } from "./grounds.tsx";
import { basisIn } from "./stated-basis.ts";

const said = texts(
  {
    box: "What I look this up for",
    about: "A power item on your unit's published list, or an agreement it is party to.",
    placeholder: "Power item code or agreement number",
    state: "State it",
    none: "State none",
    now: (basis: string) => `Stated: ${basis}`,
    without: "No basis stated: what owners open only on a basis stays withheld.",
    shape: "16 digits of a power item, or the number of an agreement or emergency access.",
    record:
      "Every look goes on record: each owner sees who looked at what, when, by which basis and for which case, and residents see who looked at them.",
    where: "See it under Access",
    inCase: "Items of this case",
    agreements: "Agreements",
    items: "Items of my unit",
  },
  {
    box: "查询依据",
    about: "本单位已公布清单上的职权事项，或本单位为一方的协议。",
    placeholder: "职权编码或协议编号",
    state: "注明",
    none: "不注明",
    now: (basis: string) => `已注明：${basis}`,
    without: "未注明依据：须凭依据开放的内容不予显示。",
    shape: "应为 16 位职权编码，或协议、紧急访问编号。",
    record:
      "查询将留痕：何人、何时、凭何依据、为哪个案件查了什么，数据责任单位均可查看，居民可查看谁查过本人。",
    where: "到“数据访问”查看",
    inCase: "本案的职权事项",
    agreements: "协议",
    items: "本单位职权事项",
  },
);

/** What the case is looked up for, as the records of every owner will say. */
export function GroundsChoice({ number }: { number: string }) {
  const text = useText(said);
  const { basis, state } = useGrounds();
  const [typed, setTyped] = useState(basis ?? "");
  const [wrong, setWrong] = useState(false);
  const choices = useChoices(number);
  const send = (what: string) => {
    const stated = basisIn(what);
    setWrong(!stated);
    if (stated) state(stated);
  };
  const enter = (event: FormEvent) => {
    event.preventDefault();
    send(typed);
  };
  return (
    <Paper withBorder p="sm" className="no-print" component="section" aria-label={text.box}>
      <form onSubmit={enter}>
        <Stack gap="xs">
          <Group align="flex-end" gap="xs">
            <Autocomplete
              label={text.box}
              description={text.about}
              placeholder={text.placeholder}
              data={choices}
              value={typed}
              onChange={(value) => {
                setTyped(value);
                setWrong(false);
              }}
              onOptionSubmit={send}
              error={wrong ? text.shape : undefined}
              flex="1 1 280px"
              limit={60}
            />
            <Button type="submit" variant="default">
              {text.state}
            </Button>
            {basis ? (
              <Button
                variant="subtle"
                onClick={() => {
                  setTyped("");
                  state(undefined);
                }}
              >
                {text.none}
              </Button>
            ) : null}
          </Group>
          <Text size="sm" role="status" fw={basis ? 600 : undefined}>
            {basis ? text.now(basis) : text.without}
          </Text>
          <Text size="xs" c="dimmed">
            {text.record}{" "}
            <Anchor component={Link} href="/access" size="xs" underline="always">
              {text.where}
            </Anchor>
          </Text>
        </Stack>
      </form>
    </Paper>
  );
}

/** What this holder's unit may state today, what the case itself names first. */
function useChoices(number: string) {
  const text = useText(said);
  const unit = useHolder()?.unit ?? "";
  const { now } = useOffice();
  const [{ data }] = useQuery({ query: BasisChoicesDocument, variables: { unit, number } });
  return [
    { group: text.inCase, items: itemsOfCase(data, unit) },
    { group: text.agreements, items: agreementsInForce(data, dayOf(now)) },
    { group: text.items, items: itemsOfUnit(data, itemsOfCase(data, unit)) },
  ].filter(({ items }) => items.length > 0);
}

const named = ({ code, name }: { code: string; name: string }): string => `${code} ${name}`;

function itemsOfCase(data: BasisChoicesQuery | undefined, unit: string): string[] {
  const { item, handlingUnit, whistles = [] } = data?.ticket ?? {};
  const ofTicket = item && handlingUnit?.code === unit ? [item] : [];
  const ofWhistles = whistles.flatMap(({ participants }) =>
    participants.flatMap((each) => (each.item && each.unit?.code === unit ? [each.item] : [])),
  );
  return [...new Set([...ofTicket, ...ofWhistles].map(named))];
}

const agreementsInForce = (data: BasisChoicesQuery | undefined, today: string): string[] =>
  (data?.agreements?.edges ?? []).flatMap(({ node: { number, purpose, validFrom, validUntil, endedAt } }) =>
    endedAt === null && validFrom <= today && today < validUntil ? [`${number} ${purpose}`] : [],
  );

const itemsOfUnit = (data: BasisChoicesQuery | undefined, before: readonly string[]): string[] =>
  (data?.powerItems?.edges ?? []).map(({ node }) => named(node)).filter((item) => !before.includes(item));
