import { Route, Switch } from "wouter";
import { useOwners } from "../../parts/owner-names.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { useHolder } from "../../session/session.tsx";
import { NotFound } from "../not-found/not-found.tsx";
import { Figures } from "./figures/figures.tsx";
import { Grants } from "./grants/grants.tsx";
import { Records } from "./records/records.tsx";
import { standingOf } from "./standing.ts";

/** Who read what, and on what ground: an owner's, whoever reads, and the residents' whom it is about. */
export function Access() {
  const holder = useHolder();
  const { owners } = useOwners();
  if (!holder) return null;
  if (owners.length === 0) return <Waiting />;
  const standing = standingOf(
    holder,
    owners.map(({ unit }) => unit),
  );
  return (
    <Switch>
      <Route path="/access">
        {standing.owner ? <Records standing={standing} /> : <Grants standing={standing} />}
      </Route>
      <Route path="/access/figures">
        <Figures standing={standing} />
      </Route>
      <Route path="/access/grants">
        <Grants standing={standing} />
      </Route>
      <Route component={NotFound} />
    </Switch>
  );
}
