import { MultiSelect, Pill, Select, Switch, TextInput } from "@mantine/core";
import { useQuery } from "urql";
import { useSearchParams } from "wouter";
import { type Said, useLanguage, useText } from "../../../language/language.tsx";
import {
  CoordinationMode,
  WhistleAwaitedStep,
  WhistleOrder,
  WhistleRole,
  WhistleState,
  WhistleTimeliness,
} from "../../../language/terms.ts";
import { FilterBar } from "../../../parts/filter-bar.tsx";
import { PlaceChoice } from "../../../parts/place-choice.tsx";
import { useHolder } from "../../../session/session.tsx";
import { saying } from "./whistle-address.ts";
import { WhistleChoicesDocument } from "./whistle-choices.graphql.ts";
import { filtersSaid } from "./whistle-filters.text.ts";

/** What the list is narrowed by: the usual things as fields, whatever else the address says as what can be taken away. */
export function WhistleFilters() {
  const text = useText(filtersSaid);
  const { language } = useLanguage();
  const holder = useHolder();
  const [address, setAddress] = useSearchParams();
  const say = (name: string, value: string | null | undefined) => setAddress(saying(address, name, value));
  const district = holder?.division?.slice(0, 6) ?? address.get("division")?.slice(0, 6) ?? "";
  const units = [...new Set(["calls", "blower", "awaits"].flatMap((name) => address.get(name) ?? []))];
  const [{ data }] = useQuery({
    query: WhistleChoicesDocument,
    variables: { district, units, departments: { district, kind: "DEPARTMENT" } },
    pause: !district,
  });
  const unitNames = new Map((data?.units ?? []).map(({ code, name }) => [code, name]));
  const departments = (data?.searchUnits?.edges ?? []).map(({ node: { code, name } }) => ({
    value: code,
    label: name,
  }));
  const calls = address.get("calls");
  if (calls && data && !departments.some(({ value }) => value === calls))
    departments.unshift({ value: calls, label: unitNames.get(calls) ?? calls });
  const profile = data?.whistleProfile;
  const inWords = (terms: Readonly<Record<string, Said<string>>>, written: string) =>
    terms[written]?.[language] ?? written;
  const options = (terms: Readonly<Record<string, Said<string>>>) =>
    Object.entries(terms).map(([value, label]) => ({ value, label: label[language] }));
  const theme = profile?.themes.find(({ code }) => code === address.get("theme"));
  const toldOf = (field: string): string => {
    const written = address.get(field) ?? "";
    if (field === "blower" || field === "awaits") return unitNames.get(written) ?? written;
    if (field === "awaitedSteps") {
      return written
        .split(",")
        .map((step) => inWords(WhistleAwaitedStep, step))
        .join(" · ");
    }
    if (field === "role") return inWords(WhistleRole, written);
    if (field === "timeliness") return inWords(WhistleTimeliness, written);
    if (field === "coordination") return inWords(CoordinationMode, written);
    if (field === "theme" && theme) return language === "zh" ? theme.nameZh : theme.name;
    if (written === "true" || written === "false") return text.flags[written];
    return written;
  };
  // A switch says true of these; that they are not so stands among what can be taken away.
  const switched = (field: string) => field in text.only && address.get(field) === "true";
  const others = (Object.keys(text.fields) as (keyof typeof text.fields)[]).filter(
    (field) => address.has(field) && !switched(field),
  );

  return (
    <FilterBar chosen={[...address.keys()].filter((name) => name !== "order").length}>
      {district ? (
        <PlaceChoice
          value={address.get("division") ?? district}
          within={district}
          onChange={(code) => say("division", code)}
        />
      ) : null}
      {(["from", "until"] as const).map((name) => (
        <TextInput
          key={name}
          type="date"
          label={text[name]}
          w={{ base: "calc(50% - 6px)", xs: "auto" }}
          value={address.get(name) ?? ""}
          onChange={({ currentTarget }) => say(name, currentTarget.value)}
        />
      ))}
      <MultiSelect
        label={text.states}
        placeholder={address.has("states") ? "" : text.any}
        w={{ base: "calc(50% - 6px)", xs: 220 }}
        clearable
        data={options(WhistleState)}
        value={address.get("states")?.split(",") ?? []}
        onChange={(states) => say("states", states.join(","))}
      />
      <MultiSelect
        label={text.kinds}
        placeholder={address.has("kinds") ? "" : text.any}
        w={{ base: "calc(50% - 6px)", xs: 200 }}
        clearable
        data={(profile?.kinds ?? []).map(({ code, name, nameZh }) => ({
          value: code,
          label: language === "zh" ? nameZh : name,
        }))}
        value={address.get("kinds")?.split(",") ?? []}
        onChange={(kinds) => say("kinds", kinds.join(","))}
      />
      <Select
        label={text.calls}
        placeholder={text.any}
        w={{ base: "calc(50% - 6px)", xs: 220 }}
        clearable
        searchable
        data={departments}
        value={calls}
        onChange={(unit) => say("calls", unit)}
      />
      <Select
        label={text.order}
        w={{ base: "calc(50% - 6px)", xs: 110 }}
        allowDeselect={false}
        // When a whistle is due is withheld from residents.
        data={options(WhistleOrder).filter(
          ({ value }) => value !== "DUE_FIRST" || holder?.post !== "RESIDENT",
        )}
        value={address.get("order") ?? "NEWEST"}
        onChange={(order) => say("order", order === "NEWEST" ? null : order)}
      />
      {(["open", "overdue"] as const).map((name) => (
        <Switch
          key={name}
          label={text.only[name]}
          pb={8}
          checked={address.get(name) === "true"}
          onChange={({ currentTarget }) => say(name, currentTarget.checked ? "true" : null)}
        />
      ))}
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
              {text.said(text.fields[field], toldOf(field))}
            </Pill>
          ))}
        </Pill.Group>
      ) : null}
    </FilterBar>
  );
}
