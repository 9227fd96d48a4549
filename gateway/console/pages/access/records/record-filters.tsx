import { Box, Button, Group, Select, Stack, Switch } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { useSearchParams } from "wouter";
import { useNameless } from "../../../frame/nameless-address.tsx";
import { saying } from "../../../frame/saying.ts";
import { texts, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { AccessOutcome, Post } from "../../../language/terms.ts";
import type { Found } from "../../../parts/moves/fields/look-up-choice.tsx";
import { UnitChoice } from "../../../parts/moves/fields/unit-choice.tsx";
import { useOwners } from "../../../parts/owner-names.ts";
import { TextFilter } from "../../../parts/text-filter.tsx";
import { useUnitNames } from "../../../parts/unit-names.ts";
import { useHolder } from "../../../session/session.tsx";
import { PeriodChoice } from "../period-choice.tsx";
import { basisLeftOut, type FilterField, filterFields, withoutBasis } from "./record-address.ts";

const said = texts(
  {
    subgraph: "Data of",
    consumer: "Reading unit",
    person: "Person",
    post: "Post",
    field: "Field",
    basis: "Basis",
    case: "Case",
    subject: "About whom",
    outcome: "Outcome",
    withheld: "Only what was withheld",
    noBasis: "Only without a basis",
    all: "All",
    clear: "Clear all",
    more: "More conditions",
    fewer: "Fewer conditions",
  },
  {
    subgraph: "数据所属",
    consumer: "使用单位",
    person: "人员",
    post: "岗位",
    field: "字段",
    basis: "依据",
    case: "案件",
    subject: "所涉个人",
    outcome: "访问结果",
    withheld: "仅看未提供",
    noBasis: "仅看未说明依据",
    all: "全部",
    clear: "清除条件",
    more: "更多条件",
    fewer: "收起条件",
  },
);

const examples: Partial<Record<FilterField, string>> = {
  field: "Inspection.result",
  basis: "430105-A-0001",
  case: "430105-20261109-000001",
  subject: "430105-R-010003001-001-1",
};

/** Which records: every condition stands in the address bar, or a sign for it. */
export function RecordFilters({ subgraphs }: { subgraphs: readonly string[] }) {
  const text = useText(said);
  const term = useTerm();
  const { ownerName } = useOwners();
  const holder = useHolder();
  const [address, setAddress] = useSearchParams();
  const say = (name: string, value: string | null | undefined) =>
    setAddress((before) => saying(before, name, value), { replace: true });
  const options = <Value extends string>(terms: Readonly<Record<Value, { zh: string; en: string }>>) =>
    (Object.keys(terms) as Value[]).map((value) => ({ value, label: term(terms, value) }));
  const unitName = useUnitNames([address.get("consumer")]);
  const code = address.get("consumer");
  const [picked, pick] = useState<Found | null>(null);
  const isOwn = code === (picked?.value ?? null);
  const consumer = isOwn || !code ? picked : { value: code, label: unitName(code) };
  const stated = [...filterFields, "from", "until"].some((name) => address.has(name));
  const rare = ["person", "case", "basis", "field", "subject"] as const;
  const { gone } = useNameless();
  const [opened, { toggle }] = useDisclosure(gone || [...rare, "post"].some((name) => address.has(name)));
  return (
    <Stack gap="xs">
      <Group align="flex-end" gap="sm">
        <PeriodChoice />
        {subgraphs.length > 1 ? (
          <Select
            label={text.subgraph}
            placeholder={text.all}
            w={{ base: "100%", xs: 180 }}
            clearable
            data={subgraphs.map((value) => ({ value, label: ownerName(value) }))}
            value={address.get("subgraph")}
            onChange={(value) => say("subgraph", value)}
          />
        ) : null}
        <Box w={{ base: "100%", xs: 240 }}>
          {/* Begun anew where the address says another, and when that one's name comes; not under the hands of who picks. */}
          <UnitChoice
            key={isOwn ? "picked" : (consumer?.label ?? "none")}
            label={text.consumer}
            description={undefined}
            withAsterisk={false}
            within={holder?.division ?? ""}
            value={code ? consumer : null}
            onChange={(unit) => {
              pick(unit);
              say("consumer", unit?.value);
            }}
          />
        </Box>
        <Select
          label={text.outcome}
          placeholder={text.all}
          w={{ base: "100%", xs: 130 }}
          clearable
          data={options(AccessOutcome)}
          value={address.get("outcome")}
          onChange={(value) => say("outcome", value)}
        />
        <Switch
          label={text.withheld}
          mb={8}
          checked={address.get("outcome") === "WITHHELD"}
          onChange={({ currentTarget }) => say("outcome", currentTarget.checked ? "WITHHELD" : null)}
        />
        <Button variant="default" aria-expanded={opened} onClick={toggle}>
          {opened ? text.fewer : text.more}
        </Button>
        {stated ? (
          <Button variant="subtle" onClick={() => setAddress(new URLSearchParams())}>
            {text.clear}
          </Button>
        ) : null}
      </Group>
      {opened ? (
        <Group align="flex-end" gap="sm">
          {rare.map((name) => (
            <TextFilter
              key={name}
              label={text[name]}
              placeholder={examples[name] ?? ""}
              value={address.get(name) ?? ""}
              say={(typed) => say(name, typed)}
            />
          ))}
          <Select
            label={text.post}
            placeholder={text.all}
            w={{ base: "100%", xs: 150 }}
            clearable
            data={options(Post)}
            value={address.get("post")}
            onChange={(value) => say("post", value)}
          />
          <Switch
            label={text.noBasis}
            mb={8}
            checked={withoutBasis(address)}
            onChange={({ currentTarget: { checked } }) =>
              setAddress((before) => basisLeftOut(before, checked), { replace: true })
            }
          />
        </Group>
      ) : null}
    </Stack>
  );
}
