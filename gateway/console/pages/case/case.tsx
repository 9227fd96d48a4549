import { Route, Switch } from "wouter";
import { NamelessAddress } from "../../frame/nameless-address.tsx";
import { NotFound } from "../../parts/not-found.tsx";
import { CaseFile } from "./file/case-file.tsx";
import { LookUp } from "./look-up/look-up.tsx";
import { mayNameInLookUp } from "./look-up/look-up-address.ts";
import { isCaseNumber } from "./look-up/look-up-kind.ts";

/** Where cases are looked up, and each one's own page; what is no case's number is looked up, and leaves the address. */
export function CasePage() {
  return (
    <Switch>
      <Route path="/case/:number?">
        {({ number }) =>
          number && isCaseNumber(number) ? (
            <CaseFile key={number} number={number} />
          ) : (
            <NamelessAddress mayName={mayNameInLookUp}>
              <LookUp inPath={number} />
            </NamelessAddress>
          )
        }
      </Route>
      <Route component={NotFound} />
    </Switch>
  );
}
