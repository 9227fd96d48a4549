import { Badge } from "@mantine/core";
import { usePages } from "../../../graph/use-pages.ts";
import { coordinatesText } from "../../../language/coordinates.ts";
import { useLanguage } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { DataGrantState } from "../../../language/terms.ts";
import { useNameOrCode } from "../../../parts/name-or-code.ts";
import { factsOf, type Row } from "../rows/row.ts";
import { WorkList } from "../rows/work-list.tsx";
import { WorkGrantsDocument, type WorkGrantsQuery } from "./grants.graphql.ts";

type Grant = NonNullable<WorkGrantsQuery["dataGrants"]>["edges"][number]["node"];

const words = {
  owner: { en: "Owner", zh: "数据责任单位" },
  fields: { en: "Fields", zh: "授权字段" },
  reason: { en: "Needed for", zh: "申请理由" },
} as const;

/** Data grants somebody asked for; they are decided in the room of access. */
export function GrantList() {
  const term = useTerm();
  const nameOrCode = useNameOrCode();
  const { language } = useLanguage();
  const pages = usePages(WorkGrantsDocument, { first: 50 }, ({ dataGrants }) => dataGrants);
  const rowOf = ({
    number,
    consumerUnit,
    consumerUnitNamed,
    ownerUnit,
    ownerUnitNamed,
    coordinates,
    requestReason,
    requestedAt,
  }: Grant): Row => ({
    key: number,
    number,
    title: nameOrCode(consumerUnit?.code, consumerUnitNamed?.name) || number,
    href: `/access/grants?number=${number}`,
    state: (
      <Badge variant="light" radius="sm" tt="none" color="orange">
        {term(DataGrantState, "REQUESTED")}
      </Badge>
    ),
    since: requestedAt,
    facts: factsOf(
      [words.owner, nameOrCode(ownerUnit?.code, ownerUnitNamed?.name)],
      [words.fields, coordinatesText(coordinates, language)],
      [words.reason, requestReason],
    ),
  });
  return <WorkList pages={pages} rowOf={rowOf} moves={[]} />;
}
