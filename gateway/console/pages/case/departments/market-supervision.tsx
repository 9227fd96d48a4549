import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import {
  BusinessState,
  ComplaintState,
  InspectionResult,
  LicenceKind,
  LicenceState,
  PenaltyKind,
} from "../../../language/terms.ts";
import { dayText } from "../../../language/time.ts";
import { Moment } from "../../../parts/moment.tsx";
import { DepartmentCard } from "./department-card.tsx";
import { DepartmentPart } from "./department-part.tsx";
import { Line, together } from "./line.tsx";
import {
  MarketSupervisionPartDocument,
  type MarketSupervisionPartQuery,
} from "./market-supervision.graphql.ts";
import { type Part, partAt, rowsOf } from "./part-state.ts";
import { useDepartment } from "./use-part.ts";

const said = texts(
  {
    about: "Businesses, licences, inspections, penalties, consumer complaints",
    complaints: "Consumer complaints by this ticket",
    businesses: "Businesses that asked",
    licences: (name: string) => `Licences of ${name}`,
    inspections: (name: string) => `Inspections of ${name}`,
    penalties: (name: string) => `Penalties of ${name}`,
    received: "received",
    until: (day: string) => `until ${day}`,
    yuan: (yuan: string) => `${yuan} yuan`,
    unnamed: "no name on the register",
  },
  {
    about: "市场主体、许可、检查、处罚、消费投诉",
    complaints: "本工单的消费投诉",
    businesses: "诉求市场主体",
    licences: (name: string) => `${name}：行政许可`,
    inspections: (name: string) => `${name}：检查`,
    penalties: (name: string) => `${name}：行政处罚`,
    received: "收到",
    until: (day: string) => `有效期至 ${day}`,
    yuan: (yuan: string) => `${yuan} 元`,
    unnamed: "登记系统无名称",
  },
);

const owner = "market-supervision";
type Business = NonNullable<NonNullable<MarketSupervisionPartQuery["case"]>["businesses"][number]>;

export function MarketSupervision({ number }: { number: string }) {
  const text = useText(said);
  const term = useTerm();
  const answer = useDepartment(MarketSupervisionPartDocument, number);
  const { data, refusals } = answer;
  const businesses = data?.case?.businesses;
  // What is told of a business part by part below is not said twice as missing of it.
  const ofBusinesses = refusals.filter(
    ({ path }) => !["licences", "inspections", "penalties"].includes(String(path[3])),
  );
  return (
    <DepartmentCard owner={owner} about={text.about} answer={answer}>
      <DepartmentPart
        {...{ owner, number }}
        title={text.complaints}
        part={partAt(["ticket", "consumerComplaints"], rowsOf(data?.ticket?.consumerComplaints), refusals)}
        keyOf={(row) => row.number}
        render={(row) => (
          <Line
            more={
              <>
                {together(row.number, row.business.name, row.consumerName, row.consumerPhone)} ·{" "}
                {text.received} <Moment at={row.receivedAt} />
              </>
            }
          >
            <b>{term(ComplaintState, row.state)}</b> {row.facts} {row.request}
          </Line>
        )}
      />
      <DepartmentPart
        {...{ owner, number }}
        title={text.businesses}
        part={partAt(["case", "businesses"], businesses, ofBusinesses)}
        keyOf={({ creditCode }) => creditCode}
        render={(row) => (
          <Line more={together(row.creditCode, row.address, row.legalRepresentative, row.phone)}>
            <b>{row.name ?? text.unnamed}</b> {row.state ? term(BusinessState, row.state) : null}
          </Line>
        )}
      />
      {(businesses ?? []).map((business, index) =>
        business ? (
          <OfBusiness
            key={business.creditCode}
            number={number}
            business={business}
            partOf={(field, rows) => partAt(["case", "businesses", index, field], rows, refusals)}
          />
        ) : null,
      )}
    </DepartmentCard>
  );
}

function OfBusiness({
  business: { name, creditCode, licences, inspections, penalties },
  number,
  partOf,
}: {
  business: Business;
  number: string;
  partOf: <Row>(field: keyof Business, rows: readonly Row[] | null | undefined) => Part<Row>;
}) {
  const text = useText(said);
  const { language } = useLanguage();
  const term = useTerm();
  const called = name ?? creditCode;
  const day = (on: string) => dayText(on, language);
  const keyOf = (row: { readonly number: string }) => row.number;
  return (
    <>
      <DepartmentPart
        {...{ owner, number, keyOf }}
        title={text.licences(called)}
        part={partOf("licences", licences)}
        render={(row) => (
          <Line more={together(row.number, row.scope, row.validUntil && text.until(day(row.validUntil)))}>
            {together(row.kind && term(LicenceKind, row.kind), row.state && term(LicenceState, row.state))}
          </Line>
        )}
      />
      <DepartmentPart
        {...{ owner, number, keyOf }}
        title={text.inspections(called)}
        part={partOf("inspections", rowsOf(inspections))}
        render={(row) => (
          <Line more={row.number}>
            {together(day(row.inspectedOn), term(InspectionResult, row.result), row.findings)}
          </Line>
        )}
      />
      <DepartmentPart
        {...{ owner, number, keyOf }}
        title={text.penalties(called)}
        part={partOf("penalties", rowsOf(penalties))}
        render={(row) => (
          <Line more={row.number}>
            {together(
              day(row.decidedOn),
              term(PenaltyKind, row.kind),
              row.amountFen !== null && text.yuan(((row.amountFen ?? 0) / 100).toFixed(2)),
              row.grounds,
            )}
          </Line>
        )}
      />
    </>
  );
}
