import { TextInput } from "@mantine/core";
import { useSearchParams } from "wouter";
import { saying } from "../../frame/saying.ts";
import { texts, useText } from "../../language/language.tsx";
import { dayOf } from "../../language/time.ts";
import { useOffice } from "../../language/work-calendar.tsx";
import { periodNamed } from "./period.ts";

const said = texts({ from: "From", until: "To" }, { from: "起", until: "止" });

/** The days that the records or figures are of, in the address bar; both included. */
export function PeriodChoice() {
  const text = useText(said);
  const { now } = useOffice();
  const [address, setAddress] = useSearchParams();
  const period = periodNamed(address, dayOf(now));
  return (["from", "until"] as const).map((end) => (
    <TextInput
      key={end}
      type="date"
      label={text[end]}
      w={150}
      value={period[end]}
      onChange={({ currentTarget: { value } }) =>
        setAddress((before) => saying(before, end, value), { replace: true })
      }
    />
  ));
}
