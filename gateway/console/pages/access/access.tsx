import { type ComponentType, useMemo } from "react";
import { Redirect, Route, Switch } from "wouter";
import { NamelessAddress } from "../../frame/nameless-address.tsx";
import { NotFound } from "../../parts/not-found.tsx";
import { useOwners } from "../../parts/owner-names.ts";
import { Refusals } from "../../parts/refusals.tsx";
import { Waiting } from "../../parts/waiting.tsx";
import { useHolder } from "../../session/session.tsx";
import { pathOf } from "./access-page.tsx";
import { Agreements } from "./agreements/agreements.tsx";
import { Ask } from "./ask/ask.tsx";
import { BreakGlass } from "./break-glass/break-glass.tsx";
import { CaseAccess } from "./case-access/rules.tsx";
import { Chains } from "./chain/chains.tsx";
import { Figures } from "./figures/figures.tsx";
import { Grants } from "./grants/grants.tsx";
import { LookedAtMe } from "./looked-at-me/looked-at-me.tsx";
import { mayNameInRecords } from "./records/record-address.ts";
import { Records } from "./records/records.tsx";
import { Retention } from "./retention/retention.tsx";
import { type Door, doorsOf, type Standing, standingOf } from "./standing.ts";

const behind: Readonly<Record<Door, ComponentType<{ standing: Standing }>>> = {
  records: Records,
  figures: Figures,
  grants: Grants,
  rules: CaseAccess,
  "break-glass": BreakGlass,
  agreements: Agreements,
  chain: Chains,
  retention: Retention,
};

/** Who read what, and on what ground: an owner's, whoever reads, and the residents' whom it is about. */
export function Access() {
  const holder = useHolder();
  const { owners, refusals, again } = useOwners();
  const standing = useMemo(
    () =>
      holder &&
      standingOf(
        holder,
        owners.map(({ unit }) => unit),
      ),
    [holder, owners],
  );
  if (!standing) return null;
  if (owners.length === 0) {
    return refusals.length > 0 ? (
      <Refusals refusals={refusals} retry={again} />
    ) : (
      <Waiting lines={10} height={32} />
    );
  }
  const doors = doorsOf(standing);
  const First = standing.resident ? LookedAtMe : behind[doors[0] ?? "grants"];
  return (
    <NamelessAddress mayName={mayNameInRecords}>
      <Switch>
        <Route path="/access">
          <First standing={standing} />
        </Route>
        {doors.map((door) => {
          const Behind = behind[door];
          return (
            <Route key={door} path={pathOf(door)}>
              <Behind standing={standing} />
            </Route>
          );
        })}
        {standing.resident ? null : (
          <Route path="/access/ask">
            <Ask standing={standing} />
          </Route>
        )}
        {/* What is somebody else's to do leads to what is one's own. */}
        {[...Object.keys(behind), "ask"].map((door) => (
          <Route key={door} path={`/access/${door}`}>
            <Redirect to="/access" replace />
          </Route>
        ))}
        <Route component={NotFound} />
      </Switch>
    </NamelessAddress>
  );
}
