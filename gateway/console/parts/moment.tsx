import { Text, type TextProps } from "@mantine/core";
import { dueText, limitText } from "../language/due.ts";
import { useLanguage } from "../language/language.tsx";
import { momentText } from "../language/time.ts";
import { useOffice } from "../language/work-calendar.tsx";

/** An instant as the office's clock shows it. */
export function Moment({ at, ...style }: { at: string } & TextProps) {
  const { language } = useLanguage();
  const { now } = useOffice();
  return (
    <Text span inherit {...style}>
      <time dateTime={at}>{momentText(at, language, now)}</time>
    </Text>
  );
}

/** When something falls due, in working days; the exact instant is said with it for who needs it. */
export function Due({ at, ...style }: { at: string } & TextProps) {
  const { language } = useLanguage();
  const { now, calendar } = useOffice();
  const late = new Date(at) <= now;
  return (
    <Text span inherit {...(late ? { c: "var(--late)", fw: 600 } : {})} {...style}>
      <time dateTime={at} title={limitText(at, language, now)}>
        {dueText(at, { now, calendar, language })}
      </time>
    </Text>
  );
}

/** The instant a limit ends, for where the working days left are not enough. */
export function Limit({ at, ...style }: { at: string } & TextProps) {
  const { language } = useLanguage();
  const { now } = useOffice();
  return (
    <Text span inherit {...style}>
      <time dateTime={at}>{limitText(at, language, now)}</time>
    </Text>
  );
}
