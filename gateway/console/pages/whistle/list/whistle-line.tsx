import { Anchor, Badge, Group, Text } from "@mantine/core";
import { Link } from "wouter";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { WhistleClockStep, WhistleRole } from "../../../language/terms.ts";
import { Due, Moment } from "../../../parts/moment.tsx";
import { useNameOrCode } from "../../../parts/name-or-code.ts";
import { WhistleStateBadge } from "../../../parts/whistle-state.tsx";
import { nearestClock } from "../nearest-clock.ts";
import classes from "./whistle-line.module.css";
import type { WhistleRowFragment } from "./whistles.graphql.ts";

const said = texts(
  {
    blew: (unit: string) => `${unit} blew`,
    units: (units: readonly string[]) => units.join(", "),
    letGo: (unit: string) => `${unit} (let go)`,
    written: "handed in",
    blown: "blown",
    overdue: "Overdue",
    paused: "clocks paused",
  },
  {
    blew: (unit: string) => `${unit} 吹哨`,
    units: (units: readonly string[]) => units.join("、"),
    letGo: (unit: string) => `${unit}（已免除）`,
    written: "提交",
    blown: "吹哨",
    overdue: "超时",
    paused: "计时暂停",
  },
);

/** One in a long list. Always the same function: with a new one every row in sight is drawn anew when a page comes. */
export const drawWhistle = (whistle: WhistleRowFragment) => <WhistleLine whistle={whistle} />;

/** One whistle in a list: its kind and place, who blew, who is called, how it stands and what is due next. */
function WhistleLine({ whistle }: { whistle: WhistleRowFragment }) {
  const text = useText(said);
  const { language } = useLanguage();
  const term = useTerm();
  const nameOrCode = useNameOrCode();
  const { number, kindRules, state, division, grid, blower, overdue, clocks, blownAt, createdAt } = whistle;
  const clock = nearestClock(clocks);
  const where = grid
    ? nameOrCode(grid.code, whistle.gridNamed?.name)
    : nameOrCode(division?.code, whistle.divisionNamed?.name);
  const calledAs = (role: "LEAD" | "ASSISTING") =>
    whistle.participants
      .filter((each) => each.role === role)
      .map(({ unit, unitNamed, releasedAt }) => {
        const name = nameOrCode(unit?.code, unitNamed?.name);
        return releasedAt ? text.letGo(name) : name;
      });
  return (
    <article className={classes.line}>
      <div className={classes.what}>
        <Anchor component={Link} href={`/whistles/${number}`} fw={600}>
          {language === "zh" ? kindRules.nameZh : kindRules.name} · {where}
        </Anchor>
        <Text size="sm" c="dimmed">
          {number}
          {blower ? ` · ${text.blew(nameOrCode(blower.code, whistle.blowerNamed?.name))}` : null}
        </Text>
        <Text size="sm">
          {(["LEAD", "ASSISTING"] as const)
            .filter((role) => calledAs(role).length > 0)
            .map((role) => (
              <span key={role} className={classes.role}>
                <b>{term(WhistleRole, role)}</b> {text.units(calledAs(role))}
              </span>
            ))}
        </Text>
      </div>
      <div className={classes.how}>
        <Group gap={6} justify="inherit">
          {overdue ? (
            <Badge color="red" variant="filled" radius="sm" tt="none">
              {text.overdue}
            </Badge>
          ) : null}
          <WhistleStateBadge state={state} />
        </Group>
        <Text size="sm">
          {clock ? (
            <>
              {term(WhistleClockStep, clock.step)}{" "}
              {clock.pausedAt ? <b>{text.paused}</b> : <Due at={clock.dueAt} />}
            </>
          ) : (
            <>
              {blownAt ? text.blown : text.written} <Moment at={blownAt ?? createdAt} />
            </>
          )}
        </Text>
      </div>
    </article>
  );
}
