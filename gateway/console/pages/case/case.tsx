import { Route, Switch } from "wouter";
import { CaseFile } from "./file/case-file.tsx";
import { LookUp } from "./look-up/look-up.tsx";

/** Where cases are looked up, and each one's own page. */
export function CasePage() {
  return (
    <Switch>
      <Route path="/case/:number">{({ number }) => <CaseFile key={number} number={number} />}</Route>
      <Route component={LookUp} />
    </Switch>
  );
}
