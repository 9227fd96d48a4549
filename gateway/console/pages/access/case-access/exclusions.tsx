import { Badge, Button, Group, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link } from "wouter";
import { usePages } from "../../../graph/use-pages.ts";
import { texts, useText } from "../../../language/language.tsx";
import { useOwners } from "../../../parts/owner-names.ts";
import { useUnitNames } from "../../../parts/unit-names.ts";
import { useHolder } from "../../../session/session.tsx";
import classes from "../access.module.css";
import { Event } from "../event.tsx";
import { Fact, Facts } from "../facts.tsx";
import { NumberedRows } from "../numbered-rows.tsx";
import { ReasonButton } from "../reason-button.tsx";
import type { Standing } from "../standing.ts";
import { Exclude } from "./exclude.tsx";
import { CaseExclusionsDocument } from "./exclusions.graphql.ts";
import { LiftExclusionDocument } from "./lift-exclusion.graphql.ts";

const said = texts(
  {
    title: "Cases closed to units",
    exclude: "Close a case to a unit",
    none: "No case is closed to a unit",
    closed: "Closed",
    lifted: "Open again",
    to: "To",
    case: "Case",
    why: "Closed",
    lift: "Open again",
    liftAbout: "Rules and grants hold for the unit in that case again.",
    didLift: (number: string) => `${number} is lifted`,
    didExclude: (number: string) => `Closed as ${number}`,
  },
  {
    title: "案内访问排除",
    exclude: "对某单位关闭案件",
    none: "没有对任何单位关闭的案件",
    closed: "已关闭",
    lifted: "已恢复",
    to: "被排除单位",
    case: "案件",
    why: "排除",
    lift: "恢复",
    liftAbout: "规则和授权在该案中对该单位恢复有效。",
    didLift: (number: string) => `${number} 已恢复`,
    didExclude: (number: string) => `已排除，编号 ${number}`,
  },
);

/** Cases that owners closed to one unit, and open again. */
export function Exclusions({ standing, done }: { standing: Standing; done: (what: string) => void }) {
  const text = useText(said);
  const unit = useHolder()?.unit;
  const { ownerName } = useOwners();
  const [excluding, { open, close }] = useDisclosure();
  const pages = usePages(
    CaseExclusionsDocument,
    { filter: {}, first: 30 },
    ({ caseExclusions }) => caseExclusions,
  );
  const unitName = useUnitNames(pages.rows.map((row) => row.unit));
  return (
    <section>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {text.title}
        </Title>
        {standing.owner ? (
          <Button size="xs" variant="default" onClick={open}>
            {text.exclude}
          </Button>
        ) : null}
      </Group>
      {excluding ? <Exclude onClose={close} done={(number) => done(text.didExclude(number))} /> : null}
      <NumberedRows
        pages={pages}
        label={text.title}
        none={text.none}
        render={(row) => (
          <article className={classes.row} aria-label={row.number}>
            <Group gap="xs" mb={4}>
              <Text fw={600} component="h2" size="md">
                {ownerName(row.owner)}
              </Text>
              <Badge variant="light" color={row.liftedAt ? "gray" : "orange"} radius="sm" tt="none">
                {row.liftedAt ? text.lifted : text.closed}
              </Badge>
              <Text size="sm" c="dimmed">
                {row.number}
              </Text>
            </Group>
            <Facts>
              <Fact name={text.case}>
                <Link href={`/case/${row.caseNumber}`}>{row.caseNumber}</Link>
              </Fact>
              <Fact name={text.to}>{unitName(row.unit)}</Fact>
              <Fact name={text.why}>
                <Event at={row.excludedAt} reason={row.reason} />
              </Fact>
              <Fact name={text.lifted}>
                {row.liftedAt && <Event at={row.liftedAt} reason={row.liftReason} />}
              </Fact>
            </Facts>
            {!row.liftedAt && standing.owner && row.ownerUnit?.code === unit ? (
              <ReasonButton
                document={LiftExclusionDocument}
                number={row.number}
                label={text.lift}
                about={text.liftAbout}
                done={() => done(text.didLift(row.number))}
              />
            ) : null}
          </article>
        )}
      />
    </section>
  );
}
