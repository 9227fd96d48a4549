import { texts, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { GridKind } from "../../../language/terms.ts";
import { DepartmentCard } from "./department-card.tsx";
import { DepartmentPart } from "./department-part.tsx";
import { GridCentrePartDocument } from "./grid-centre.graphql.ts";
import { Line, together } from "./line.tsx";
import { partAt } from "./part-state.ts";
import { useDepartment } from "./use-part.ts";

const said = texts(
  {
    about: "Grid, its members, residents, buildings",
    grid: "Grid",
    households: (count: number) => (count === 1 ? "1 household" : `${count} households`),
    members: "Grid members",
    residents: "Residents who asked",
    buildings: "Buildings whose code was scanned",
  },
  {
    about: "网格、网格员、居民、楼栋",
    grid: "所在网格",
    households: (count: number) => `${count} 户`,
    members: "网格员",
    residents: "诉求居民",
    buildings: "扫码楼栋",
  },
);

const owner = "grids";

export function GridCentre({ number }: { number: string }) {
  const text = useText(said);
  const term = useTerm();
  const answer = useDepartment(GridCentrePartDocument, number);
  const { data, refusals } = answer;
  const grid = data?.ticket?.grid;
  const common = { owner, number } as const;
  return (
    <DepartmentCard owner={owner} about={text.about} answer={answer}>
      <DepartmentPart
        {...common}
        title={text.grid}
        part={partAt(["ticket", "grid"], grid && [grid], refusals)}
        keyOf={({ code }) => code}
        render={({ code, name, kind, householdCount }) => (
          <Line more={code}>{together(name, term(GridKind, kind), text.households(householdCount))}</Line>
        )}
      />
      <DepartmentPart
        {...common}
        title={text.members}
        part={partAt(["ticket", "grid", "members"], grid?.members, refusals)}
        keyOf={({ id }) => id}
        render={({ name, phone, services }) => <Line more={services}>{together(name, phone)}</Line>}
      />
      <DepartmentPart
        {...common}
        title={text.residents}
        part={partAt(["case", "residents"], data?.case?.residents, refusals)}
        keyOf={({ id }) => id}
        render={({ id, name, phone }) => <Line more={id}>{together(name, phone)}</Line>}
      />
      <DepartmentPart
        {...common}
        title={text.buildings}
        part={partAt(["case", "buildings"], data?.case?.buildings, refusals)}
        keyOf={({ code }) => code}
        render={({ code, name, address }) => <Line more={code}>{together(name, address)}</Line>}
      />
    </DepartmentCard>
  );
}
