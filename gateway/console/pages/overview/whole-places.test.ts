import { describe, expect, it } from "vitest";
import { wholeList } from "../../graph/whole-list.ts";
import { placeRows } from "./place-rows.ts";
import { shapesBelow } from "./place-shapes.ts";
import type { OverviewPlacesQuery } from "./places.graphql.ts";
import { wholePlaceRates, wholePlaces } from "./whole-places.ts";

const community = "430105010003";
const pageSize = 100;
const codes = Array.from({ length: 230 }, (_, index) => community + String(index + 1).padStart(3, "0"));
const pageFrom = (after: string | null) => {
  const rest = codes.filter((code) => code > (after ?? ""));
  const shown = rest.slice(0, pageSize);
  return { shown, pageInfo: { hasNextPage: rest.length > pageSize, endCursor: shown.at(-1) ?? null } };
};
const named = { code: community, name: "连升街社区", level: "COMMUNITY" as const, path: [] };
const corner = { longitude: 112.9, latitude: 28.2 };

const gridsFrom = (after: string | null): { data: OverviewPlacesQuery } => {
  const { shown, pageInfo } = pageFrom(after);
  const nodes = shown.map((code) => ({
    ...{ code, name: code, kind: "BASIC" as const, synthetic: true },
    boundary: [corner, corner, corner],
  }));
  return { data: { division: { ...named, grids: { edges: nodes.map((node) => ({ node })), pageInfo } } } };
};
const childrenFrom = (after: string | null): { data: OverviewPlacesQuery } => {
  const { shown, pageInfo } = pageFrom(after);
  const edges = shown.map((code) => ({ node: { code, name: code, outline: null } }));
  return { data: { division: { ...named, children: { edges, pageInfo } } } };
};

describe("a place with more than a page of places below", () => {
  it("has all its grids on the map and in the table", async () => {
    const { data: places } = await wholeList(async (after) => gridsFrom(after), wholePlaces);
    const view = { place: community, from: "2026-06-01", until: "2026-06-10" };
    const rows = placeRows(view, "received", { counts: undefined, places, rates: undefined });
    expect(rows.map(({ code, kind }) => [code, kind])).toEqual(codes.map((code) => [code, "grid"]));
    expect(shapesBelow(places?.division ?? null).features).toHaveLength(codes.length);
    expect(places?.division).toMatchObject(named);
  });

  it("has all its divisions, and their rates", async () => {
    const { data: places } = await wholeList(async (after) => childrenFrom(after), wholePlaces);
    expect(places?.division?.children?.edges.map(({ node }) => node.code)).toEqual(codes);
    const { data: rates } = await wholeList(async (after) => {
      const { shown, pageInfo } = pageFrom(after);
      const edges = shown.map((code) => ({ node: { code, rates: null } }));
      return { data: { division: { code: community, children: { edges, pageInfo } } } };
    }, wholePlaceRates);
    expect(rates?.division?.children.edges.map(({ node }) => node.code)).toEqual(codes);
  });
});
