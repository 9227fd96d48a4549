import type { InstitutionType } from "./institution-type.ts";

/**
 * Places the source texts name. They are set into the community that is given here; in which community they really lie
 * the texts do not say.
 */
export const namedEstates = [
  {
    name: "南区回迁小区",
    communityCode: "110117005001",
    /** Of its grids, in order: 767 households in 12 buildings. */
    households: [383, 384],
    buildings: [6, 6],
  },
] as const;

export const namedInstitutions: readonly {
  readonly name: string;
  readonly alsoCalled: readonly string[];
  readonly communityCode: string;
  readonly institution: InstitutionType;
}[] = [
  {
    name: "西长街水产畜禽市场",
    alsoCalled: ["西长街水产市场", "西长街菜市场"],
    communityCode: "430105010003",
    institution: "MARKET",
  },
  {
    name: "金城大厦",
    alsoCalled: ["金城大厦三期", "金城商务楼"],
    communityCode: "370685002001",
    institution: "PARK",
  },
];
