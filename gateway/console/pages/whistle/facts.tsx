import type { ReactNode } from "react";
import classes from "./facts.module.css";

/** Names with what is to be said of them; what is not there is left out. */
export function Facts({ rows }: { rows: readonly (readonly [name: string, told: ReactNode])[] }) {
  return (
    <dl className={classes.facts}>
      {rows
        .filter(([, told]) => told !== null && told !== undefined && told !== "" && told !== false)
        .map(([name, told]) => (
          <div key={name} style={{ display: "contents" }}>
            <dt>{name}</dt>
            <dd>{told}</dd>
          </div>
        ))}
    </dl>
  );
}
