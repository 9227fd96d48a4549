import type { DataSource } from "typeorm";
import { person } from "../../test/testkit/people.ts";
import { openTestSubgraph, type TestSubgraph } from "../../test/testkit/subgraph.ts";
import { type Access, Post, type Principal, type Rows, servicePrincipal } from "../shared/principal.ts";
import { Facility } from "./facility/facility.ts";
import { template } from "./template.subgraph.ts";

const street = "430105010";
const community = `${street}003`;

/** Two grids of one community, and one of the next sub-district. */
export const west = `${community}001`;
export const east = `${community}002`;
export const elsewhere = "430105001001001";

export const facilityNumber = (sequence: number): string =>
  `430105-FACILITY-${String(sequence).padStart(4, "0")}`;

const bureau = "430105-TEMPLATE";

/** All invented. */
export const people = {
  officer: person(Post.RESPONDER, { unit: bureau, division: "430105" }),
  streetOfficer: person(Post.RESPONDER, { unit: `${street}-TEMPLATE`, division: street }),
  otherDistrict: person(Post.RESPONDER, { unit: "110117-TEMPLATE", division: "110117" }),
  contact: person(Post.RESIDENT, { unit: community, id: "peng-weidong" }),
  neighbour: person(Post.RESIDENT, { unit: community, id: "tan-simin" }),
  reader: person(Post.RESPONDER, { unit: "430105-COMMERCE", division: street }),
  gridMember: person(Post.GRID_MEMBER, { unit: community }),
  service: servicePrincipal("evaluation"),
} as const;

/** The same person under a grant of the owner's. */
export const granted = (principal: Principal, rows: Rows, more: Partial<Access> = {}): Principal => ({
  ...principal,
  access: { basis: "430105-A-0001", rows: { Facility: rows }, clear: [], ...more },
});

/** One in each grid; the western one's contact signs in. */
export async function openFacilities(): Promise<TestSubgraph> {
  const subgraph = await openTestSubgraph(template);
  await seed(subgraph.database);
  return subgraph;
}

async function seed({ manager }: DataSource): Promise<void> {
  await manager.insert(
    Facility,
    [west, east, elsewhere].map((gridCode, index) => ({
      districtCode: "430105",
      number: facilityNumber(index + 1),
      name: `${index + 1}号`,
      gridCode,
      contactName: "彭卫东",
      contactPersonId: gridCode === west ? people.contact.id : null,
    })),
  );
}
