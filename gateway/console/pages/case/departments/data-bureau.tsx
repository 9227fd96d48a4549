import { coordinatesText } from "../../../language/coordinates.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { CasePart, DataGrantState } from "../../../language/terms.ts";
import { DataBureauPartDocument } from "./data-bureau.graphql.ts";
import { DepartmentCard } from "./department-card.tsx";
import { DepartmentPart } from "./department-part.tsx";
import { Line, together } from "./line.tsx";
import { type Owner, ownerNames } from "./owners.ts";
import { partAt } from "./part-state.ts";
import { useDepartment } from "./use-part.ts";

const said = texts(
  {
    about: "What is open in this case, and by what",
    grants: "Grants for this case",
    accesses: "Open because of this case, as far as you may know",
    closed: (reason: string) => `closed: ${reason}`,
    of: (owner: string, unit: string) => `${owner} to ${unit}`,
  },
  {
    about: "本案开放了什么、依什么开放",
    grants: "本案数据授权",
    accesses: "因本案开放（您可知的）",
    closed: (reason: string) => `已排除：${reason}`,
    of: (owner: string, unit: string) => `${owner} → ${unit}`,
  },
);

const owner = "stewardship";

export function DataBureau({ number }: { number: string }) {
  const text = useText(said);
  const { language } = useLanguage();
  const term = useTerm();
  const answer = useDepartment(DataBureauPartDocument, number);
  const { data, refusals } = answer;
  const nameOf = (subgraph: string): string => ownerNames[subgraph as Owner]?.[language] ?? subgraph;
  const common = { owner, number } as const;
  return (
    <DepartmentCard owner={owner} about={text.about} answer={answer}>
      <DepartmentPart
        {...common}
        title={text.grants}
        part={partAt(["ticket", "dataGrants"], data?.ticket?.dataGrants, refusals)}
        keyOf={(row) => row.number}
        render={(row) => (
          <Line more={together(row.number, coordinatesText(row.coordinates, language))}>
            {together(
              text.of(nameOf(row.owner), row.consumerUnit?.name ?? row.consumer),
              term(DataGrantState, row.state),
            )}
          </Line>
        )}
      />
      <DepartmentPart
        {...common}
        title={text.accesses}
        part={partAt(["ticket", "caseAccesses"], data?.ticket?.caseAccesses, refusals)}
        keyOf={({ rule, unit }) => `${rule.number} ${unit?.code}`}
        render={({ rule, unit, parts, exclusion }) => (
          <Line more={together(rule.number, coordinatesText(rule.coordinates, language))}>
            {together(
              text.of(nameOf(rule.owner), unit?.name ?? ""),
              parts.map((part) => term(CasePart, part)).join(language === "zh" ? "、" : ", "),
              exclusion && text.closed(exclusion.reason),
            )}
          </Line>
        )}
      />
    </DepartmentCard>
  );
}
