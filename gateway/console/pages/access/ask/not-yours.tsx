import { Alert, Stack, Text } from "@mantine/core";
import { Link, useSearchParams } from "wouter";
import { coordinatesText } from "../../../language/coordinates.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { useOwners } from "../../../parts/owner-names.ts";
import { coordinatesNamed, ownerNamed } from "../coordinate-choice.ts";
import type { Standing } from "../standing.ts";

const said = texts(
  {
    title: "Your unit asks through others",
    who: "A grant is asked for by the unit's data steward or principal officer, of a division by its leader. Send them this page's address: it names what is needed.",
    what: "Needed:",
    case: "Case:",
    glass: "If somebody is in danger and it cannot wait:",
    open: "emergency access",
  },
  {
    title: "须由本单位有关人员申请",
    who: "数据授权由本单位的数据管理员或主要负责人申请，街道、社区由领导、书记申请。可将本页网址发给他们，网址中已写明所需内容。",
    what: "所需内容：",
    case: "案件：",
    glass: "如有人身危险、情况紧急不能等待：",
    open: "紧急访问",
  },
);

/** Whoever may not ask is told who does, and what else there is. */
export function NotYours({ standing }: { standing: Standing }) {
  const text = useText(said);
  const { language } = useLanguage();
  const { ownerName } = useOwners();
  const [address] = useSearchParams();
  const owner = ownerNamed(address.get("owner"));
  const coordinates = owner ? coordinatesNamed(owner, address.get("fields")) : [];
  return (
    <Alert color="blue" variant="light" title={text.title}>
      <Stack gap="xs">
        <Text size="sm">{text.who}</Text>
        {owner ? (
          <Text size="sm">
            {text.what} {ownerName(owner)} {coordinatesText(coordinates, language)}
          </Text>
        ) : null}
        {address.get("case") ? (
          <Text size="sm">
            {text.case} {address.get("case")}
          </Text>
        ) : null}
        {standing.mayBreakGlass ? (
          <Text size="sm">
            {text.glass} <Link href={`/access/break-glass?${address}`}>{text.open}</Link>
          </Text>
        ) : null}
      </Stack>
    </Alert>
  );
}
