import DataLoader from "dataloader";
import { dayOf } from "../shared/calendar.ts";
import { emptyPage, type PageArgs } from "../shared/connection.ts";
import { loadByArguments, loadMany, loadOne } from "../shared/loader.ts";
import { districtOf } from "../shared/principal.ts";
import type { RequestScope } from "../shared/subgraph.ts";
import { ComponentStore } from "./component/component.store.ts";
import type { Component } from "./component/component.ts";
import { EnforcementTeamStore } from "./enforcement-team/enforcement-team.store.ts";
import { type CaseParent, StreetOrderCaseStore } from "./street-order-case/street-order-case.store.ts";
import type { StreetOrderCase } from "./street-order-case/street-order-case.ts";
import { StreetOrderClassStore } from "./street-order-class/street-order-class.store.ts";
import { subclassKey } from "./street-order-class/street-order-subclass.ts";
import { StreetOrderStandardStore } from "./street-order-standard/street-order-standard.store.ts";
import { standardKey } from "./street-order-standard/street-order-standard.ts";

/** What one request to the subgraph works with: its stores, restricted to the principal, and their loaders. */
export function cityManagementContext({ database, graph, principal, at, feed, columns }: RequestScope) {
  const { manager } = database;
  const today = dayOf(at);
  const classes = new StreetOrderClassStore(manager, columns);
  const standards = new StreetOrderStandardStore(manager, columns);
  const components = new ComponentStore(manager, columns);
  const streetOrderCases = new StreetOrderCaseStore(database, principal, columns);
  const enforcementTeams = new EnforcementTeamStore(manager, columns);

  const standardsOfDistrict = loadMany(
    (districts) => standards.ofDistricts(districts, today),
    ({ districtCode }) => districtCode,
  );
  const casesOf = (parent: CaseParent) =>
    loadByArguments(
      (keys, args: PageArgs) => streetOrderCases.ofParents(parent, keys, args),
      () => emptyPage<StreetOrderCase>(),
    );

  return {
    database,
    graph,
    feed,
    principal,
    at,
    classes,
    components,
    streetOrderCases,
    load: {
      streetOrderClass: loadOne((keys) => classes.classesByKeys(keys), subclassKey),
      subclass: loadOne((keys) => classes.subclassesByKeys(keys), subclassKey),
      subclassesOfClass: loadMany(
        (keys) => classes.subclassesOfClasses(keys),
        ({ kind, code }) => subclassKey({ kind, code: code.slice(0, 2) }),
      ),

      standardsOfDistrict,
      /** A district's standards are few and asked for together. */
      standard: async (key: string) =>
        (await standardsOfDistrict.load(districtOf(key))).find((each) => standardKey(each) === key) ?? null,

      component: loadOne(
        (codes) => components.byCodes(codes),
        ({ code }) => code,
      ),
      componentsOfGrid: loadByArguments(
        (grids, args: PageArgs) => components.ofGrids(grids, args),
        () => emptyPage<Component>(),
      ),

      streetOrderCase: loadOne(
        (numbers) => streetOrderCases.byNumbers(numbers),
        ({ number }) => number,
      ),
      casesOf: {
        grid: casesOf("grid"),
        component: casesOf("component"),
        ticket: casesOf("ticket"),
        business: casesOf("business"),
      },
      openCasesInGrid: new DataLoader<string, number>(async (grids) => {
        const open = await streetOrderCases.openInGrids(grids);
        return grids.map((grid) => open.get(grid) ?? 0);
      }),
      stepsOfCase: loadMany(
        (numbers) => streetOrderCases.stepsOfSeenCases(numbers),
        ({ caseNumber }) => caseNumber,
      ),

      enforcementTeam: loadOne(
        (divisions) => enforcementTeams.ofDivisions(divisions),
        ({ divisionCode }) => divisionCode,
      ),
      membersOfTeam: loadMany(
        (divisions) => enforcementTeams.membersOfDivisions(divisions, today),
        ({ divisionCode }) => divisionCode,
      ),
    },
  };
}

export type CityManagementContext = ReturnType<typeof cityManagementContext>;
