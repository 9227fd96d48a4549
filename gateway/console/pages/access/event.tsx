import { useLanguage } from "../../language/language.tsx";
import { Moment } from "../../parts/moment.tsx";

/** What somebody did: when, which unit, and why. */
export function Event({ at, by, reason }: { at: string; by?: string | null; reason?: string | null }) {
  const { language } = useLanguage();
  return (
    <>
      <Moment at={at} />
      {by ? ` ${by}` : ""}
      {reason ? `${language === "zh" ? "：" : ": "}${reason}` : ""}
    </>
  );
}
