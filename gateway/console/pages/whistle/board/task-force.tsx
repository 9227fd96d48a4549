import { Alert, Text, Title } from "@mantine/core";
import { useText } from "../../../language/language.tsx";
import { Moment } from "../../../parts/moment.tsx";
import { useNameOrCode } from "../../../parts/name-or-code.ts";
import { Facts } from "../facts.tsx";
import { aroundSaid } from "./around.text.ts";
import classes from "./board.module.css";
import type { ShownWhistle } from "./use-live-whistle.ts";

/** The task force of a whistle; where its theme needs one and there is none yet, that. Its checkpoints stand among the clocks. */
export function TaskForce({ whistle }: { whistle: ShownWhistle }) {
  const text = useText(aroundSaid);
  const nameOrCode = useNameOrCode();
  const { taskForce, theme, kindRules, participants, blower, blowerNamed } = whistle;
  if (!taskForce) {
    const needed = theme != null && kindRules.taskForceFor.includes(theme);
    return needed && taskForce === null ? <Alert color="orange">{text.noTaskForce}</Alert> : null;
  }
  const units = [...participants, { unit: blower, unitNamed: blowerNamed }];
  const unitName = (code: string) =>
    nameOrCode(code, units.find(({ unit }) => unit?.code === code)?.unitNamed?.name);
  return (
    <section>
      <Title order={2} size="h3" mb="xs">
        {text.taskForce}
      </Title>
      <Text size="sm" component="div">
        <Facts
          rows={[
            [text.formed, <Moment key="formed" at={taskForce.formedAt} />],
            [text.cause, taskForce.cause],
            [text.plan, taskForce.plan],
            [text.party, taskForce.partySupervisor],
            [text.government, taskForce.governmentSupervisor],
            [
              text.duties,
              <ul key="duties" className={classes.plain}>
                {taskForce.duties.map(({ unit, duty }) => (
                  <li key={unit}>
                    <b>{unitName(unit)}</b> {duty}
                  </li>
                ))}
              </ul>,
            ],
          ]}
        />
      </Text>
    </section>
  );
}
