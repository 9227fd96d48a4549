import { MultiSelect, Pill, Select, Switch, TextInput } from "@mantine/core";
import { useQuery } from "urql";
import { useSearchParams } from "wouter";
import { saying } from "../../frame/saying.ts";
import { type Language, type Said, useLanguage, useText } from "../../language/language.tsx";
import { DemandKind, PoolState, TicketFunction, TicketState, TicketStepName } from "../../language/terms.ts";
import { momentText } from "../../language/time.ts";
import { useOffice } from "../../language/work-calendar.tsx";
import { FilterBar } from "../../parts/filter-bar.tsx";
import { PlaceChoice } from "../../parts/place-choice.tsx";
import { TextFilter } from "../../parts/text-filter.tsx";
import { useHolder } from "../../session/session.tsx";
import type { FilterField } from "./ticket-address.ts";
import { TicketChoicesDocument, type TicketChoicesQuery } from "./ticket-choices.graphql.ts";
import { filtersSaid } from "./ticket-filters.text.ts";

const orders = ["NEWEST", "OLDEST", "DUE_FIRST"] as const;

/** What the list is narrowed by: the usual things as fields, whatever else the address says as what can be taken away. */
export function TicketFilters() {
  const text = useText(filtersSaid);
  const { language } = useLanguage();
  const holder = useHolder();
  const [address, setAddress] = useSearchParams();
  const say = (name: string, value: string | null | undefined) => setAddress(saying(address, name, value));
  const named = useNamed(address);
  const toldOf = useTold(named);
  const widest = holder?.division?.slice(0, 6);
  // A switch says true of these; that they are not so stands among what can be taken away.
  const switched = (field: Other) =>
    (field === "open" || field === "overdue") && address.get(field) === "true";
  const others = (Object.keys(text.fields) as Other[]).filter(
    (field) => address.has(field) && !switched(field),
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
      <TextFilter
        label={text.words}
        placeholder={text.wordsOf}
        value={address.get("text") ?? ""}
        say={(words) => setAddress((before) => saying(before, "text", words), { replace: true })}
      />
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
        data={(named?.channels ?? []).map(({ code, name, nameZh }) => ({
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
        label={text.only.open}
        checked={address.get("open") === "true"}
        onChange={({ currentTarget }) => say("open", currentTarget.checked ? "true" : null)}
      />
      <Switch
        label={text.only.overdue}
        checked={address.get("overdue") === "true"}
        onChange={({ currentTarget }) => say("overdue", currentTarget.checked ? "true" : null)}
      />
      {others.length > 0 ? (
        <Pill.Group aria-label={text.also} w="100%">
          {others.map((field) => (
            <Pill
              key={field}
              size="md"
              withRemoveButton
              removeButtonProps={{
                "aria-label": text.without(text.fields[field]),
                "aria-hidden": false,
                tabIndex: 0,
              }}
              onRemove={() => say(field, null)}
            >
              {text.said(text.fields[field], toldOf(field, address.get(field) ?? ""))}
            </Pill>
          ))}
        </Pill.Group>
      ) : null}
    </FilterBar>
  );
}

type Other = FilterField & keyof (typeof filtersSaid)["en"]["fields"];
type Named = TicketChoicesQuery | undefined;

/** The channels to choose from, and what the address means by its codes and numbers. */
function useNamed(address: URLSearchParams): Named {
  const said = (field: FilterField) => address.get(field) ?? "";
  const [{ data }] = useQuery({
    query: TicketChoicesDocument,
    variables: {
      units: said("handlingUnit") ? [said("handlingUnit")] : [],
      matter: said("matter"),
      estate: said("estate"),
      hotClass: said("hotClass"),
      classProblem: said("classProblem"),
      ...(said("exactDivision") ? { division: said("exactDivision") } : {}),
      ofDivision: said("exactDivision") !== "",
      ...(said("grid") ? { grid: said("grid") } : {}),
      ofGrid: said("grid") !== "",
    },
  });
  return data;
}

const terms: Partial<Record<Other, Readonly<Record<string, Said<string>>>>> = {
  kind: DemandKind,
  function: TicketFunction,
  poolState: PoolState,
  step: TicketStepName,
};

/** Says what the address asks for in a field, in words; what it has none for, as it is written. */
function useTold(named: Named): (field: Other, written: string) => string {
  const text = useText(filtersSaid);
  const { language } = useLanguage();
  const { now } = useOffice();
  const nameOf = (field: Other, written: string): string | null | undefined => {
    switch (field) {
      case "handlingUnit":
        return named?.units?.[0]?.name;
      case "matter":
        return named?.matter?.name;
      case "estate":
        return named?.estate?.name;
      case "grid":
        return named?.grid?.name;
      case "exactDivision":
        return named?.division?.name;
      case "classProblem":
        return named?.classProblem?.title ?? named?.classProblem?.matter?.name;
      case "hotClass":
        return named?.hotClass?.matter?.name ?? named?.hotClass?.words.join("、");
      case "exceptChannels":
        return text.except(written.split(",").map((code) => channelName(code, named, language)));
      case "receivedHour":
        return /^\d{1,2}$/.test(written) ? text.hour(written, String(Number(written) + 1)) : undefined;
      case "receivedFrom":
      case "receivedBefore":
      case "ledgeredBefore":
        return Number.isNaN(Date.parse(written)) ? undefined : momentText(written, language, now);
      default:
        return terms[field]?.[written]?.[language];
    }
  };
  return (field, written) =>
    nameOf(field, written) || (written === "true" || written === "false" ? text.flags[written] : written);
}

function channelName(code: string, named: Named, language: Language): string {
  const channel = named?.channels?.find((each) => each.code === code);
  return (language === "zh" ? channel?.nameZh : channel?.name) ?? code;
}

const stateOptions = (language: Language) =>
  Object.entries(TicketState).map(([value, label]) => ({ value, label: label[language] }));
