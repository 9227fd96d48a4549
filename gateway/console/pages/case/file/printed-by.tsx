import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { Post } from "../../../language/terms.ts";
import { dayOf, dayText, hourText } from "../../../language/time.ts";
import { useOffice } from "../../../language/work-calendar.tsx";
import { useUnitNames } from "../../../parts/unit-names.ts";
import { useHolder } from "../../../session/session.tsx";
import { useGrounds } from "../grounds/grounds.tsx";
import { usePrintedMargins } from "./printed-margins.ts";
import { useNotCome } from "./printing.tsx";

const said = texts(
  {
    case: (number: string) => `Case ${number}`,
    by: (who: string, seat: string, at: string) => `Printed by ${who} (${seat}), ${at}`,
    basis: (basis: string) => `Looked up by basis ${basis}.`,
    none: "Looked up without a stated basis.",
    notCome: (parts: readonly string[]) => `Had not come when this was printed: ${parts.join("; ")}.`,
    only: "For official use in this case alone",
    page: ["Page ", " of ", ""] as const,
  },
  {
    case: (number: string) => `案件 ${number}`,
    by: (who: string, seat: string, at: string) => `打印人：${who}（${seat}）；打印时间：${at}`,
    basis: (basis: string) => `查询依据：${basis}。`,
    none: "未注明查询依据。",
    notCome: (parts: readonly string[]) => `打印时尚未取得：${parts.join("；")}。`,
    only: "仅限本案办理使用",
    page: ["第 ", " 页，共 ", " 页"] as const,
  },
);

/** On paper alone: in whose hands it was printed, when, and on what the look-up rested; the first two on every sheet. */
export function PrintedBy({ number }: { number: string }) {
  const text = useText(said);
  const { language } = useLanguage();
  const term = useTerm();
  const holder = useHolder();
  const { basis } = useGrounds();
  const { now } = useOffice();
  const unitName = useUnitNames([holder?.unit]);
  const official = holder?.post !== "RESIDENT";
  const post = term(Post, holder?.post as keyof typeof Post);
  const at = `${dayText(dayOf(now), language)} ${hourText(now.toISOString(), language)}`;
  const by = text.by(holder?.name ?? "", `${holder && unitName(holder.unit)} · ${post}`, at);
  const stop = language === "zh" ? "。" : ". ";
  usePrintedMargins({
    head: [text.case(number), ...(official ? [text.only] : [])].join(" · "),
    foot: by,
    page: text.page,
  });
  const notCome = useNotCome();
  return (
    <p className="print-only case-printed">
      {by}
      {stop}
      {basis ? text.basis(basis) : official ? text.none : null} {official ? text.only + stop : null}
      {notCome.length > 0 ? <b>{text.notCome(notCome)}</b> : null}
    </p>
  );
}
