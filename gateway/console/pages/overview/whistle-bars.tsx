import { Stack, Text } from "@mantine/core";
import { texts, useLanguage, useText } from "../../language/language.tsx";
import { useTerm } from "../../language/term.ts";
import { WhistleState } from "../../language/terms.ts";
import { BarTable } from "../../parts/bar-table.tsx";
import { ScrolledTable } from "../../parts/chart-or-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Panel } from "../../parts/panel.tsx";
import type { OverviewCountsQuery } from "./counts.graphql.ts";
import { whistleList } from "./lists.ts";
import type { Figures } from "./use-figures.ts";
import type { View } from "./view.ts";
import { WhenThere } from "./when-there.tsx";

const said = texts(
  {
    byState: "Whistles by state",
    byKind: "Whistles by kind",
    state: "State now",
    kind: "Kind",
    blown: "Blown",
    none: "No whistle was blown here in the period",
    wider: "Choose a longer period or a wider place.",
    others: "In no other state is any.",
  },
  {
    byState: "吹哨状态",
    byKind: "哨种",
    state: "目前状态",
    kind: "哨种",
    blown: "吹哨数",
    none: "期内此处没有吹哨",
    wider: "可换更长时段或上级区划。",
    others: "其余状态均没有。",
  },
);

const HEIGHT = 280;

type WhistleCounts = NonNullable<OverviewCountsQuery["whistleCounts"]>;

/** Whistles by where they stand and by what they are: each row opens its list. */
export function WhistlesByState({ view, counts }: { view: View; counts: Figures<OverviewCountsQuery> }) {
  const text = useText(said);
  const term = useTerm();
  return (
    <Panel title={text.byState}>
      <Waited counts={counts} label={text.byState}>
        {({ byState }) => (
          <Stack gap="xs">
            <BarTable
              caption={text.byState}
              head={text.state}
              parts={[{ key: "blown", label: text.blown, look: "plain" }]}
              rows={byState
                .filter(({ blown }) => blown > 0)
                .map(({ state, blown }) => ({
                  key: state,
                  label: term(WhistleState, state),
                  parts: { blown: { count: blown, href: whistleList(view, { states: [state] }) } },
                }))}
            />
            <Text size="xs" c="dimmed">
              {text.others}
            </Text>
          </Stack>
        )}
      </Waited>
    </Panel>
  );
}

export function WhistlesByKind({ view, counts }: { view: View; counts: Figures<OverviewCountsQuery> }) {
  const text = useText(said);
  const { language } = useLanguage();
  return (
    <Panel title={text.byKind}>
      <Waited counts={counts} label={text.byKind}>
        {({ byKind }) => (
          <BarTable
            caption={text.byKind}
            head={text.kind}
            parts={[{ key: "blown", label: text.blown, look: "plain" }]}
            rows={byKind.map(({ kind, blown }) => ({
              key: kind.code,
              label: language === "zh" ? kind.nameZh : kind.name,
              parts: { blown: { count: blown, href: whistleList(view, { kinds: [kind.code] }) } },
            }))}
          />
        )}
      </Waited>
    </Panel>
  );
}

function Waited({
  counts,
  label,
  children,
}: {
  counts: Figures<OverviewCountsQuery>;
  label: string;
  children: (counts: WhistleCounts) => React.ReactNode;
}) {
  const text = useText(said);
  const { data, ...asked } = counts;
  return (
    <WhenThere value={data?.whistleCounts} {...asked} height={HEIGHT}>
      {(whistles) => (
        <ScrolledTable label={label} height={HEIGHT}>
          {whistles.blown === 0 ? <Empty title={text.none}>{text.wider}</Empty> : children(whistles)}
        </ScrolledTable>
      )}
    </WhenThere>
  );
}
