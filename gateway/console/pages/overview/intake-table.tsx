import { Anchor, Table, VisuallyHidden } from "@mantine/core";
import { Link } from "wouter";
import { texts, useLanguage, useText } from "../../language/language.tsx";
import type { Intake } from "./intake-series.ts";
import { intakeList, ticketList } from "./lists.ts";
import type { View } from "./view.ts";

const said = texts(
  { caption: "Tickets received", when: "When", all: "All", unknown: "Unknown channel", sum: "Sum" },
  { caption: "受理量", when: "时间", all: "合计", unknown: "未知渠道", sum: "合计" },
);

/** The same figures as numbers, each the way to its tickets. */
export function IntakeTable({ view, intake }: { view: View; intake: Intake }) {
  const text = useText(said);
  const { language } = useLanguage();
  const sum = intake.totals.reduce((total, each) => total + each, 0);
  return (
    <Table fz="sm" stickyHeader verticalSpacing={4}>
      <VisuallyHidden component="caption">{text.caption}</VisuallyHidden>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{text.when}</Table.Th>
          <Table.Th scope="col" ta="right">
            {text.all}
          </Table.Th>
          {intake.series.map(({ channel }) => (
            <Table.Th key={channel?.code ?? ""} scope="col" ta="right">
              {channel ? (language === "zh" ? channel.nameZh : channel.name) : text.unknown}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        <Table.Tr fw={600}>
          <Table.Th scope="row">{text.sum}</Table.Th>
          <Counted count={sum} href={ticketList(view)} />
          {intake.series.map(({ channel, narrowing, total }) => (
            <Counted key={channel?.code ?? ""} count={total} href={ticketList(view, narrowing)} />
          ))}
        </Table.Tr>
        {intake.spans.map((span, index) => (
          <Table.Tr key={span}>
            <Table.Th scope="row" fw={400} style={{ whiteSpace: "nowrap" }}>
              {span.length === 2 ? `${span}:00` : span}
            </Table.Th>
            <Counted count={intake.totals[index] ?? 0} href={intakeList(view, span)} />
            {intake.series.map(({ channel, narrowing, counts }) => (
              <Counted
                key={channel?.code ?? ""}
                count={counts[index] ?? 0}
                href={intakeList(view, span, narrowing)}
              />
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Of nothing there is no list worth a link among so many. */
function Counted({ count, href }: { count: number; href: string }) {
  return (
    <Table.Td ta="right">
      {count > 0 ? (
        <Anchor component={Link} href={href} inherit>
          {count}
        </Anchor>
      ) : (
        count
      )}
    </Table.Td>
  );
}
