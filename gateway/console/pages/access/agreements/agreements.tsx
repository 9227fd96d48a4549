import { Badge, Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import { usePages } from "../../../graph/use-pages.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { dayOf, dayText } from "../../../language/time.ts";
import { useOffice } from "../../../language/work-calendar.tsx";
import { useUnitNames } from "../../../parts/unit-names.ts";
import { useHolder } from "../../../session/session.tsx";
import classes from "../access.module.css";
import { AccessPage } from "../access-page.tsx";
import { Event } from "../event.tsx";
import { Fact, Facts } from "../facts.tsx";
import { NumberedRows } from "../numbered-rows.tsx";
import { ReasonButton } from "../reason-button.tsx";
import type { Standing } from "../standing.ts";
import { Told } from "../told.tsx";
import { useTurn } from "../use-turn.ts";
import { AgreementsDocument, type AgreementsQuery } from "./agreements.graphql.ts";
import { EndAgreementDocument } from "./end-agreement.graphql.ts";
import { Register } from "./register.tsx";

const said = texts(
  {
    title: "Agreements to share data",
    about: "An agreement opens nothing by itself: it is a basis that may be stated, where a grant names it.",
    register: "Register an agreement",
    list: "Agreements",
    none: "No agreement",
    noneAbout: "Your unit is party to none. The data bureau's steward registers them.",
    holds: "In force",
    toCome: "Not yet in force",
    over: "Over",
    ended: "Ended",
    purpose: "Purpose",
    span: "Time",
    until: (from: string, until: string) => `${from} to ${until}, that day no longer`,
    registered: "Registered",
    end: "End",
    endAbout: "From today on it is no basis; grants that name it alone open nothing.",
    didEnd: (number: string) => `${number} is ended`,
    didRegister: (number: string) => `Registered as ${number}`,
  },
  {
    title: "数据共享协议",
    about: "协议本身不开放数据，仅在授权列明时可作为查阅依据。",
    register: "登记协议",
    list: "共享协议",
    none: "没有共享协议",
    noneAbout: "本单位未参与任何协议。协议由数据局数据管理员登记。",
    holds: "有效",
    toCome: "尚未生效",
    over: "已到期",
    ended: "已终止",
    purpose: "共享目的",
    span: "期限",
    until: (from: string, until: string) => `${from}起，至${until}（当日失效）`,
    registered: "登记",
    end: "终止",
    endAbout: "自今日起不再是查阅依据，仅列明该协议的授权随之不再开放数据。",
    didEnd: (number: string) => `${number} 已终止`,
    didRegister: (number: string) => `已登记，编号 ${number}`,
  },
);

type Agreement = NonNullable<AgreementsQuery["agreements"]>["edges"][number]["node"];

/** Agreements the holder's unit is party to; the data bureau registers them. */
export function Agreements({ standing }: { standing: Standing }) {
  const text = useText(said);
  const { turn, told, done } = useTurn();
  const [registering, { open, close }] = useDisclosure();
  return (
    <AccessPage
      standing={standing}
      title={text.title}
      about={text.about}
      tools={standing.bureauSteward ? <Button onClick={open}>{text.register}</Button> : null}
    >
      <Told what={told} />
      {registering ? <Register onClose={close} done={(number) => done(text.didRegister(number))} /> : null}
      <List key={turn} standing={standing} done={done} />
    </AccessPage>
  );
}

function List({ standing, done }: { standing: Standing; done: (what: string) => void }) {
  const text = useText(said);
  const holder = useHolder();
  const { now } = useOffice();
  const pages = usePages(AgreementsDocument, { first: 30 }, ({ agreements }) => agreements);
  const unitName = useUnitNames(
    pages.rows.flatMap(({ parties, registeredByUnit, endedByUnit }) => [
      ...parties,
      registeredByUnit,
      endedByUnit,
    ]),
  );
  const today = dayOf(now);
  const mayEnd = ({ parties, endedAt, validUntil }: Agreement) =>
    !endedAt &&
    validUntil > today &&
    (standing.bureauSteward ||
      (standing.mayAsk && parties.some((party) => speaksFor(holder?.unit ?? "", party))));
  return (
    <NumberedRows
      pages={pages}
      label={text.list}
      none={text.none}
      noneAbout={text.noneAbout}
      render={(agreement) => (
        <AgreementRow agreement={agreement} unitName={unitName} today={today}>
          {mayEnd(agreement) ? (
            <ReasonButton
              document={EndAgreementDocument}
              number={agreement.number}
              label={text.end}
              about={text.endAbout}
              done={() => done(text.didEnd(agreement.number))}
            />
          ) : null}
        </AgreementRow>
      )}
    />
  );
}

/** A unit speaks for itself, a division's leader also for the divisions in it. */
const speaksFor = (unit: string, party: string): boolean =>
  unit === party || (/^\d+$/.test(unit) && /^\d+$/.test(party) && party.startsWith(unit));

function AgreementRow({
  agreement,
  unitName,
  today,
  children,
}: {
  agreement: Agreement;
  unitName: (code: string) => string;
  today: string;
  children: ReactNode;
}) {
  const text = useText(said);
  const { language } = useLanguage();
  const { number, parties, purpose, validFrom, validUntil, endedAt } = agreement;
  const stand = endedAt
    ? text.ended
    : validUntil <= today
      ? text.over
      : validFrom > today
        ? text.toCome
        : text.holds;
  return (
    <article className={classes.row} aria-label={number}>
      <Group gap="xs" mb={4}>
        <Text fw={600} component="h2" size="md">
          {parties.map(unitName).join(" ↔ ")}
        </Text>
        <Badge variant="light" color={stand === text.holds ? "green" : "gray"} radius="sm" tt="none">
          {stand}
        </Badge>
        <Text size="sm" c="dimmed">
          {number}
        </Text>
      </Group>
      <Facts>
        <Fact name={text.purpose}>{purpose}</Fact>
        <Fact name={text.span}>
          {text.until(dayText(validFrom, language), dayText(validUntil, language))}
        </Fact>
        <Fact name={text.registered}>
          <Event
            at={agreement.registeredAt}
            by={agreement.registeredByUnit && unitName(agreement.registeredByUnit)}
          />
        </Fact>
        <Fact name={text.ended}>
          {endedAt && (
            <Event
              at={endedAt}
              by={agreement.endedByUnit && unitName(agreement.endedByUnit)}
              reason={agreement.endReason}
            />
          )}
        </Fact>
      </Facts>
      {children}
    </article>
  );
}
