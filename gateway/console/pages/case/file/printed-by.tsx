import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { Post } from "../../../language/terms.ts";
import { dayOf, dayText, hourText } from "../../../language/time.ts";
import { useOffice } from "../../../language/work-calendar.tsx";
import { useUnitNames } from "../../../parts/unit-names.ts";
import { useHolder } from "../../../session/session.tsx";
import { useGrounds } from "../grounds/grounds.tsx";

const said = texts(
  {
    by: (who: string, at: string) => `Printed by ${who}, ${at}.`,
    basis: (basis: string) => `Looked up by basis ${basis}.`,
    none: "Looked up without a stated basis.",
    only: "For official use in this case alone.",
  },
  {
    by: (who: string, at: string) => `打印人：${who}；打印时间：${at}。`,
    basis: (basis: string) => `查询依据：${basis}。`,
    none: "未注明查询依据。",
    only: "仅限本案办理使用。",
  },
);

/** On paper alone: in whose hands it was printed, when, and on what the look-up rested. */
export function PrintedBy() {
  const text = useText(said);
  const { language } = useLanguage();
  const term = useTerm();
  const holder = useHolder();
  const { basis } = useGrounds();
  const { now } = useOffice();
  const unitName = useUnitNames([holder?.unit]);
  if (!holder) return null;
  const post = term(Post, holder.post as keyof typeof Post);
  const at = `${dayText(dayOf(now), language)} ${hourText(now.toISOString(), language)}`;
  const who = `${holder.name} (${unitName(holder.unit)} · ${post})`;
  return (
    <p className="print-only case-printed">
      {text.by(who, at)} {basis ? text.basis(basis) : holder.post === "RESIDENT" ? null : text.none}{" "}
      {holder.post === "RESIDENT" ? null : text.only}
    </p>
  );
}
