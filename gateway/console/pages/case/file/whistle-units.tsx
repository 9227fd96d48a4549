import { Table, Text } from "@mantine/core";
import { useLanguage, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { DisputeDecision, WhistleRole } from "../../../language/terms.ts";
import { Moment } from "../../../parts/moment.tsx";
import { together } from "../departments/line.tsx";
import { CaseTable } from "./case-table.tsx";
import type { CaseWhistlesQuery } from "./case-whistles.graphql.ts";
import { Missing, None, type Why } from "./missing.tsx";
import { whistleTexts } from "./whistle.text.ts";

type Whistle = NonNullable<CaseWhistlesQuery["ticket"]>["whistles"][number];

const steps = ["calledAt", "signedAt", "arrivedAt", "measuresAt", "resolvedAt"] as const;

/** Whom a whistle called, by which item, and how far each unit is. */
export function WhistleUnits({ participants, why }: { participants: Whistle["participants"]; why: Why }) {
  const text = useText(whistleTexts);
  const { language } = useLanguage();
  const term = useTerm();
  // To a resident none of it is told: one word of that is enough.
  const untold = participants.every((_, index) => steps.every((step) => why(index, step)));
  if (untold && participants.length > 0) {
    const units = participants.map(({ unit, role }) => together(unit?.name, term(WhistleRole, role)));
    return (
      <>
        <Text size="sm">
          {text.units} {units.join(language === "zh" ? "、" : ", ")}
        </Text>
        <Missing what={text.progress} refusal={why(0, "signedAt")} />
      </>
    );
  }
  return (
    <CaseTable
      caption={text.units}
      heads={[text.unit, text.called, text.signed, text.arrived, text.measures, text.resolved]}
      minWidth={640}
    >
      {participants.map((each, index) => (
        <Table.Tr key={`${each.role} ${each.unit?.code} ${each.calledAt}`}>
          <Table.Th scope="row" fw={400}>
            <b>{each.unit?.name ?? "—"}</b> {term(WhistleRole, each.role)}
            <Text size="xs" c="dimmed">
              {together(
                each.responderName,
                each.item && `${each.item.name} ${each.item.code}`,
                each.listVersion && text.version(each.listVersion),
                each.byContract && text.contract,
                each.releasedAt && text.released,
                each.disputedAt && text.contested,
                each.disputeDecision && term(DisputeDecision, each.disputeDecision),
              )}
            </Text>
            {each.measures ? <Text size="xs">{each.measures}</Text> : null}
            {each.result ? <Text size="xs">{each.result}</Text> : null}
          </Table.Th>
          {steps.map((step) => (
            <Table.Td key={step}>
              {each[step] ? <Moment at={each[step]} /> : <None refusal={why(index, step)} />}
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </CaseTable>
  );
}
