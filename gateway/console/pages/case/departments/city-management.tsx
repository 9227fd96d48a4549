import { texts, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { StreetOrderState } from "../../../language/terms.ts";
import { Due, Moment } from "../../../parts/moment.tsx";
import { CityManagementPartDocument, type StreetOrderLineFragment } from "./city-management.graphql.ts";
import { DepartmentCard } from "./department-card.tsx";
import { DepartmentPart } from "./department-part.tsx";
import { Line, together } from "./line.tsx";
import { partAt, rowsOf } from "./part-state.ts";
import { useDepartment } from "./use-part.ts";

const said = texts(
  {
    about: "Street-order cases",
    ofTicket: "Led to from this ticket",
    ofBusiness: (name: string) => `Of ${name}`,
    grids: "Open in the grid",
    open: (count: number) => `${count} open`,
    reported: "reported",
    closed: "closed",
  },
  {
    about: "市容案件",
    ofTicket: "本工单转办",
    ofBusiness: (name: string) => `涉及${name}`,
    grids: "网格内未结案件",
    open: (count: number) => `未结 ${count} 件`,
    reported: "上报",
    closed: "结案",
  },
);

const owner = "city-management";

export function CityManagement({ number }: { number: string }) {
  const text = useText(said);
  const answer = useDepartment(CityManagementPartDocument, number);
  const { data, refusals } = answer;
  const common = { owner, number, keyOf: (row: StreetOrderLineFragment) => row.number } as const;
  const render = (row: StreetOrderLineFragment) => <StreetOrderLine row={row} />;
  return (
    <DepartmentCard owner={owner} about={text.about} answer={answer}>
      <DepartmentPart
        {...common}
        title={text.ofTicket}
        part={partAt(["ticket", "streetOrderCases"], rowsOf(data?.ticket?.streetOrderCases), refusals)}
        render={render}
      />
      {(data?.case?.businesses ?? []).map((business, index) =>
        business ? (
          <DepartmentPart
            {...common}
            key={business.creditCode}
            title={text.ofBusiness(business.name ?? business.creditCode)}
            part={partAt(
              ["case", "businesses", index, "streetOrderCases"],
              rowsOf(business.streetOrderCases),
              refusals,
            )}
            render={render}
          />
        ) : null,
      )}
      <DepartmentPart
        owner={owner}
        number={number}
        title={text.grids}
        part={partAt(["case", "grids"], openIn(data?.case?.grids), refusals)}
        keyOf={({ code }) => code}
        render={({ name, openStreetOrderCases }) => (
          <Line>{together(name, text.open(openStreetOrderCases ?? 0))}</Line>
        )}
      />
    </DepartmentCard>
  );
}

/** Grids without an open case have nothing to tell, nor those of which it could not be had whether there is one. */
const openIn = <Grid extends { readonly openStreetOrderCases?: number | null }>(
  grids: readonly (Grid | null)[] | undefined,
) => grids?.filter((grid) => (grid?.openStreetOrderCases ?? 0) > 0);

function StreetOrderLine({ row }: { row: StreetOrderLineFragment }) {
  const text = useText(said);
  const term = useTerm();
  const { number, state, subclass, description, place, handlingUnit, collectedAt, closedAt, dueAt } = row;
  return (
    <Line
      more={
        <>
          {together(number, place, handlingUnit?.name)} · {text.reported} <Moment at={collectedAt} />{" "}
          {closedAt ? (
            <>
              {text.closed} <Moment at={closedAt} />
            </>
          ) : dueAt ? (
            <Due at={dueAt} />
          ) : null}
        </>
      }
    >
      <b>{together(subclass?.name, term(StreetOrderState, state))}</b> {description}
    </Line>
  );
}
