import { texts, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import {
  HouseholdKind,
  PoliceCallKind,
  PoliceCallOutcome,
  RegistrationState,
  RentedHouseUse,
  SafetyGrade,
} from "../../../language/terms.ts";
import { Moment } from "../../../parts/moment.tsx";
import { DepartmentCard } from "./department-card.tsx";
import { DepartmentPart } from "./department-part.tsx";
import { Line, together } from "./line.tsx";
import { partAt, rowsOf } from "./part-state.ts";
import { type PoliceCallLineFragment, PublicSecurityPartDocument } from "./public-security.graphql.ts";
import { useDepartment } from "./use-part.ts";

const said = texts(
  {
    about: "Calls to the police, rented houses, household register",
    calls: "Calls about this ticket",
    ofBusiness: (name: string) => `Calls about ${name}`,
    rented: (name: string) => `Rented houses in ${name}`,
    registered: (name: string) => `${name} in the household register`,
    residents: "Household register of who asked",
  },
  {
    about: "警情、出租房屋、户籍",
    calls: "本工单相关警情",
    ofBusiness: (name: string) => `${name}：警情`,
    rented: (name: string) => `${name}：出租房屋`,
    registered: (name: string) => `${name}：户籍`,
    residents: "诉求居民户籍",
  },
);

const owner = "public-security";

export function PublicSecurity({ number }: { number: string }) {
  const text = useText(said);
  const term = useTerm();
  const answer = useDepartment(PublicSecurityPartDocument, number);
  const { data, refusals } = answer;
  const common = { owner, number, keyOf: (row: { readonly number: string }) => row.number } as const;
  const residents = partAt(["case", "residents"], data?.case?.residents, refusals);
  return (
    <DepartmentCard owner={owner} about={text.about} answer={answer}>
      <DepartmentPart
        {...common}
        title={text.calls}
        part={partAt(["ticket", "policeCalls"], rowsOf(data?.ticket?.policeCalls), refusals)}
        render={(row) => (
          <PoliceCallLine row={row} more={together(row.summary, row.callerName, row.callerPhone)} />
        )}
      />
      {(data?.case?.businesses ?? []).map((business, index) =>
        business ? (
          <DepartmentPart
            {...common}
            key={business.creditCode}
            title={text.ofBusiness(business.name ?? business.creditCode)}
            part={partAt(
              ["case", "businesses", index, "policeCalls"],
              rowsOf(business.policeCalls),
              refusals,
            )}
            render={(row) => <PoliceCallLine row={row} />}
          />
        ) : null,
      )}
      {(data?.case?.buildings ?? []).map((building, index) =>
        building ? (
          <DepartmentPart
            {...common}
            key={building.code}
            title={text.rented(building.name)}
            part={partAt(
              ["case", "buildings", index, "rentedHouses"],
              rowsOf(building.rentedHouses),
              refusals,
            )}
            render={(row) => (
              <Line more={row.number}>
                {together(
                  row.use && term(RentedHouseUse, row.use),
                  row.safety && term(SafetyGrade, row.safety),
                )}
              </Line>
            )}
          />
        ) : null,
      )}
      {residents.state === "SHOWN" ? null : (
        <DepartmentPart
          {...{ owner, number }}
          title={text.residents}
          part={residents}
          keyOf={({ id }) => id}
          render={({ name }) => <Line>{name}</Line>}
        />
      )}
      {(data?.case?.residents ?? []).map((person, index) =>
        person ? (
          <DepartmentPart
            {...{ owner, number }}
            key={person.id}
            title={text.registered(person.name)}
            part={partAt(
              ["case", "residents", index, "householdRegistration"],
              person.householdRegistration && [person.householdRegistration],
              refusals,
            )}
            keyOf={() => person.id}
            render={({ kind, state }) => (
              <Line>
                {together(kind && term(HouseholdKind, kind), state && term(RegistrationState, state))}
              </Line>
            )}
          />
        ) : null,
      )}
    </DepartmentCard>
  );
}

function PoliceCallLine({ row, more }: { row: PoliceCallLineFragment; more?: string }) {
  const term = useTerm();
  const { number, kind, takenAt, outcome } = row;
  return (
    <Line more={together(number, more)}>
      {takenAt ? <Moment at={takenAt} /> : null}{" "}
      {together(kind && term(PoliceCallKind, kind), outcome && term(PoliceCallOutcome, outcome))}
    </Line>
  );
}
