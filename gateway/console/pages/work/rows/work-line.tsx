import { Anchor, Badge, Button, Group, Menu, Text } from "@mantine/core";
import { Link } from "wouter";
import { texts, useText } from "../../../language/language.tsx";
import { Due, Moment } from "../../../parts/moment.tsx";
import type { Move } from "../../../parts/moves/move.ts";
import type { Row } from "./row.ts";
import classes from "./work-line.module.css";

const said = texts(
  {
    more: "More",
    moreOf: (title: string) => `More for ${title}`,
    since: "since",
    moved: "Done just now",
  },
  {
    more: "更多",
    moreOf: (title: string) => `${title}：更多操作`,
    since: "自",
    moved: "刚刚办理",
  },
);

/** One thing that waits: what it is, when it is due, and the next step as a button; what else is possible behind it. */
export function WorkLine<Subject>({
  row,
  moves,
  moved,
  open,
}: {
  row: Row;
  moves: readonly Move<Subject>[];
  /** Something was done with it while the list stood. */
  moved: boolean;
  open: (move: Move<Subject>) => void;
}) {
  const text = useText(said);
  const { number, title, href, place, state, due, since, facts } = row;
  return (
    <article className={`${classes.line} ${moved ? classes.moved : ""}`}>
      <div className={classes.what}>
        {href ? (
          <Anchor component={Link} href={href} fw={600} className={classes.title ?? ""}>
            {title}
          </Anchor>
        ) : (
          <Text fw={600} className={classes.title ?? ""}>
            {title}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {[number, place].filter(Boolean).join(" · ")}
        </Text>
        {facts.map((fact) => (
          <FactLine key={fact.label.en} {...fact} />
        ))}
        <Group gap="xs" mt={4}>
          {state}
          {due ? (
            <Text size="sm">
              <Due at={due} />
            </Text>
          ) : null}
          {!due && since ? (
            <Text size="sm" c="dimmed">
              {text.since} <Moment at={since} />
            </Text>
          ) : null}
          {moved ? (
            <Badge variant="transparent" radius="sm" tt="none" px={0} className={classes.told ?? ""}>
              {text.moved}
            </Badge>
          ) : null}
        </Group>
      </div>
      <Actions moves={moves} open={open} title={`${title} ${number ?? ""}`} />
    </article>
  );
}

function FactLine({ label, text }: Row["facts"][number]) {
  const name = useText(label);
  return (
    <Text size="sm" className={classes.fact ?? ""}>
      <Text span inherit c="dimmed">
        {name}
      </Text>{" "}
      {text}
    </Text>
  );
}

function Actions<Subject>({
  moves,
  open,
  title,
}: {
  moves: readonly Move<Subject>[];
  open: (move: Move<Subject>) => void;
  title: string;
}) {
  const text = useText(said);
  const [next, ...others] = moves;
  if (!next) return null;
  return (
    <Group gap="xs" wrap="nowrap" className={classes.actions ?? ""}>
      <MoveButton move={next} open={open} {...(next.aside ? { variant: "default" } : {})} />
      {others.length === 1 && others[0] ? (
        <MoveButton move={others[0]} open={open} variant="default" />
      ) : null}
      {others.length > 1 ? (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" aria-label={text.moreOf(title)}>
              {text.more}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((move) => (
              <MoveItem key={move.name} move={move} open={open} />
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </Group>
  );
}

interface Openable<Subject> {
  readonly move: Move<Subject>;
  readonly open: (move: Move<Subject>) => void;
}

function MoveButton<Subject>({ move, open, variant }: Openable<Subject> & { variant?: "default" }) {
  const label = useText(move.label);
  return (
    <Button {...(variant ? { variant } : {})} onClick={() => open(move)} data-move={move.name}>
      {label}
    </Button>
  );
}

function MoveItem<Subject>({ move, open }: Openable<Subject>) {
  const label = useText(move.label);
  return (
    <Menu.Item onClick={() => open(move)} data-move={move.name}>
      {label}
    </Menu.Item>
  );
}
