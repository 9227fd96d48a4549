import { Select, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useMove } from "../../../graph/use-move.ts";
import { texts, useText } from "../../../language/language.tsx";
import { useOwners } from "../../../parts/owner-names.ts";
import { useOwnSubgraphs } from "../own-subgraphs.ts";
import { ReasonDialog } from "../reason-dialog.tsx";
import { ExcludeDocument } from "./exclude.graphql.ts";

const said = texts(
  {
    title: "Close a case to a unit",
    about: "At once, whatever rules and grants open it there. The unit sees your reason.",
    owner: "Whose data",
    case: "Case number",
    unit: "Unit's code",
    send: "Close the case",
    noCase: "A ticket's number, 430105-20260601-000001",
    noUnit: "A unit's code, 430105-HOUSING",
  },
  {
    title: "对某单位关闭案件",
    about: "立即生效，不论规则、授权如何；该单位可见排除理由。",
    owner: "数据所属",
    case: "工单编号",
    unit: "单位代码",
    send: "关闭",
    noCase: "应为工单编号，如 430105-20260601-000001",
    noUnit: "应为单位代码，如 430105-HOUSING",
  },
);

/** An owner closes one case to one unit. */
export function Exclude({ onClose, done }: { onClose: () => void; done: (number: string) => void }) {
  const text = useText(said);
  const { ownerName } = useOwners();
  const own = useOwnSubgraphs();
  const [owner, setOwner] = useState(own[0] ?? "");
  const [caseNumber, setCase] = useState("");
  const [unit, setUnit] = useState("");
  const [checked, setChecked] = useState(false);
  const { send, sending, refusals } = useMove(ExcludeDocument);
  const noCase = !/^\d{6}-\d{8}-\d{6,}$/.test(caseNumber.trim());
  const noUnit = !/^\d{6}(\d{3}|\d{6})?(-[A-Z]+)*$/.test(unit.trim());
  return (
    <ReasonDialog
      title={text.title}
      about={text.about}
      confirm={text.send}
      sending={sending}
      refusals={refusals}
      onClose={onClose}
      send={async (reason) => {
        setChecked(true);
        if (noCase || noUnit) return false;
        const input = { owner, caseNumber: caseNumber.trim(), unit: unit.trim(), reason };
        const answer = await send({ input });
        if (answer) done(answer.excludeFromCase.number);
        return answer !== undefined;
      }}
    >
      <Stack gap="sm">
        {own.length > 1 ? (
          <Select
            label={text.owner}
            data={own.map((each) => ({ value: each, label: ownerName(each) }))}
            value={owner}
            onChange={(value) => setOwner(value ?? owner)}
          />
        ) : null}
        <TextInput
          label={text.case}
          withAsterisk
          value={caseNumber}
          error={checked && noCase ? text.noCase : null}
          onChange={({ currentTarget }) => setCase(currentTarget.value)}
        />
        <TextInput
          label={text.unit}
          withAsterisk
          value={unit}
          error={checked && noUnit ? text.noUnit : null}
          onChange={({ currentTarget }) => setUnit(currentTarget.value)}
        />
      </Stack>
    </ReasonDialog>
  );
}
