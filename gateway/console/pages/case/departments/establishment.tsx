import { texts, useText } from "../../../language/language.tsx";
import { DepartmentCard } from "./department-card.tsx";
import { DepartmentPart } from "./department-part.tsx";
import { EstablishmentPartDocument } from "./establishment.graphql.ts";
import { Line, together } from "./line.tsx";
import { partAt } from "./part-state.ts";
import { useDepartment } from "./use-part.ts";

const said = texts(
  {
    about: "Units, responders, lists of power items",
    item: "The item and the lists it stands on today",
    version: (version: number) => `version ${version}`,
    chief: "Chief responder of the handling unit",
    responders: "Responders for the community",
  },
  {
    about: "单位、应哨人、权责清单",
    item: "职权事项及其今日所在清单",
    version: (version: number) => `第 ${version} 版`,
    chief: "承办单位总应哨人",
    responders: "本社区应哨人",
  },
);

const owner = "departments";

export function Establishment({ number }: { number: string }) {
  const text = useText(said);
  const answer = useDepartment(EstablishmentPartDocument, number);
  const { data, refusals } = answer;
  const { item, handlingUnit, grid } = data?.ticket ?? {};
  const chief = handlingUnit?.chiefResponder;
  const common = { owner, number } as const;
  return (
    <DepartmentCard owner={owner} about={text.about} answer={answer}>
      <DepartmentPart
        {...common}
        title={text.item}
        part={partAt(["ticket", "item"], item && [item], refusals)}
        keyOf={({ code }) => code}
        render={({ code, name, body, listings }) => (
          <Line
            more={together(
              ...listings.map(({ list, version }) => list && `${list.name} ${text.version(version)}`),
            )}
          >
            {together(name, body?.name, code)}
          </Line>
        )}
      />
      <DepartmentPart
        {...common}
        title={text.chief}
        part={partAt(["ticket", "handlingUnit", "chiefResponder"], chief && [chief], refusals)}
        keyOf={({ name }) => name}
        render={({ name, post, phone }) => <Line>{together(name, handlingUnit?.name, post, phone)}</Line>}
      />
      <DepartmentPart
        {...common}
        title={text.responders}
        part={partAt(["ticket", "grid", "responders"], grid?.responders, refusals)}
        keyOf={({ id }) => id}
        render={({ name, post, phone, unit }) => <Line>{together(name, unit?.name, post, phone)}</Line>}
      />
    </DepartmentCard>
  );
}
