import { MultiSelect, Pill, Select, Switch, TextInput } from "@mantine/core";
import { useQuery } from "urql";
import { useSearchParams } from "wouter";
import { saying } from "../../frame/saying.ts";
import { type Language, texts, useLanguage, useText } from "../../language/language.tsx";
import { TicketState } from "../../language/terms.ts";
import { FilterBar } from "../../parts/filter-bar.tsx";
import { PlaceChoice } from "../../parts/place-choice.tsx";
import { useHolder } from "../../session/session.tsx";
import type { FilterField } from "./ticket-address.ts";
import { TicketChoicesDocument } from "./ticket-choices.graphql.ts";

const said = texts(
  {
    states: "States",
    channel: "Channel",
    any: "Any",
    from: "Received from",
    until: "until",
    open: "Open only",
    overdue: "Overdue only",
    order: "Order",
    orders: { NEWEST: "Newest first", OLDEST: "Oldest first", DUE_FIRST: "Due first" },
    also: "Also asked for",
    without: (name: string) => `Without ${name}`,
    fields: {
      exactDivision: "located no more precisely than",
      grid: "grid",
      estate: "estate",
      handlingUnit: "handling unit",
      matter: "matter",
      kind: "kind",
      function: "function",
      poolState: "in the pool",
      step: "step",
      text: "words",
      receivedHour: "received in the hour from",
      receivedFrom: "received from",
      receivedBefore: "received before",
      ledgered: "on the open ledger",
      ledgeredBefore: "on the ledger since before",
      whistled: "whistled for",
      noGridYet: "without a grid",
    },
  },
  {
    states: "状态",
    channel: "渠道",
    any: "全部",
    from: "受理自",
    until: "至",
    open: "只看未办结",
    overdue: "只看超期",
    order: "排序",
    orders: { NEWEST: "最新在前", OLDEST: "最早在前", DUE_FIRST: "先到期在前" },
    also: "其他条件",
    without: (name: string) => `去掉条件：${name}`,
    fields: {
      exactDivision: "仅定位到",
      grid: "网格",
      estate: "小区",
      handlingUnit: "承办单位",
      matter: "事项",
      kind: "诉求类型",
      function: "功能",
      poolState: "工单池",
      step: "所处步骤",
      text: "关键词",
      receivedHour: "受理时段起",
      receivedFrom: "受理自",
      receivedBefore: "受理早于",
      ledgered: "挂账",
      ledgeredBefore: "挂账早于",
      whistled: "吹过哨",
      noGridYet: "尚无网格",
    },
  },
);

const orders = ["NEWEST", "OLDEST", "DUE_FIRST"] as const;

/** What the list is narrowed by: the usual things as fields, whatever else the address says as what can be taken away. */
export function TicketFilters() {
  const text = useText(said);
  const { language } = useLanguage();
  const holder = useHolder();
  const [address, setAddress] = useSearchParams();
  const say = (name: string, value: string | null | undefined) => setAddress(saying(address, name, value));
  const { handlingUnit = "", matter = "" } = Object.fromEntries(address);
  const [{ data }] = useQuery({
    query: TicketChoicesDocument,
    variables: { handlingUnit: handlingUnit ? [handlingUnit] : [], matter },
  });
  const named: Readonly<Record<string, string | undefined>> = {
    handlingUnit: data?.units?.[0]?.name,
    matter: data?.matter?.name,
  };
  const widest = holder?.division?.slice(0, 6);
  const others = (Object.keys(text.fields) as (keyof typeof text.fields)[]).filter((field) =>
    address.has(field),
  );

  return (
    <FilterBar chosen={[...address.keys()].filter((name) => name !== "order").length}>
      {widest ? (
        <PlaceChoice
          value={address.get("division") ?? widest}
          within={widest}
          onChange={(code) => say("division", code)}
        />
      ) : null}
      <TextInput
        type="date"
        label={text.from}
        value={address.get("from") ?? ""}
        onChange={({ currentTarget }) => say("from", currentTarget.value)}
      />
      <TextInput
        type="date"
        label={text.until}
        value={address.get("until") ?? ""}
        onChange={({ currentTarget }) => say("until", currentTarget.value)}
      />
      <MultiSelect
        label={text.states}
        placeholder={address.has("states") ? "" : text.any}
        w={{ base: "100%", xs: 240 }}
        clearable
        data={stateOptions(language)}
        value={address.get("states")?.split(",") ?? []}
        onChange={(states) => say("states", states.join(","))}
      />
      <Select
        label={text.channel}
        placeholder={text.any}
        w={{ base: "100%", xs: 180 }}
        clearable
        data={(data?.channels ?? []).map(({ code, name, nameZh }) => ({
          value: code,
          label: language === "zh" ? nameZh : name,
        }))}
        value={address.get("channel")}
        onChange={(channel) => say("channel", channel)}
      />
      <Select
        label={text.order}
        w={{ base: "100%", xs: 150 }}
        allowDeselect={false}
        data={orders.map((order) => ({ value: order, label: text.orders[order] }))}
        value={address.get("order") ?? "NEWEST"}
        onChange={(order) => say("order", order === "NEWEST" ? null : order)}
      />
      <Switch
        label={text.open}
        checked={address.get("open") === "true"}
        onChange={({ currentTarget }) => say("open", currentTarget.checked ? "true" : null)}
      />
      <Switch
        label={text.overdue}
        checked={address.get("overdue") === "true"}
        onChange={({ currentTarget }) => say("overdue", currentTarget.checked ? "true" : null)}
      />
      {others.length > 0 ? (
        <Pill.Group aria-label={text.also}>
          {others.map((field: FilterField & keyof typeof text.fields) => (
            <Pill
              key={field}
              withRemoveButton
              removeButtonProps={{
                "aria-label": text.without(text.fields[field]),
                "aria-hidden": false,
                tabIndex: 0,
              }}
              onRemove={() => say(field, null)}
            >
              {text.fields[field]} {named[field] ?? address.get(field)}
            </Pill>
          ))}
        </Pill.Group>
      ) : null}
    </FilterBar>
  );
}

const stateOptions = (language: Language) =>
  Object.entries(TicketState).map(([value, label]) => ({ value, label: label[language] }));
