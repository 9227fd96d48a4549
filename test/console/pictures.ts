/** Asks the graph in the name of whoever is in the picture. */
type Ask = (query: string) => Promise<unknown>;

export interface Picture {
  /** File name, without its ending. */
  readonly name: string;
  /** The address, or how to find it in the dataset. */
  readonly path: string | ((ask: Ask) => Promise<string>);
  /** The named post that looks; nobody where it is absent. */
  readonly as?: string;
  readonly language?: "zh" | "en";
  readonly dark?: boolean;
  readonly phone?: boolean;
  /** The whole page rather than what fits the screen. */
  readonly whole?: boolean;
  /** What stands at the top of the picture, where that is not the top of the page. */
  readonly from?: string;
  /** Of the screen, where it is not the usual one, in pixels. */
  readonly height?: number;
  /** What must be on the page before the picture is taken. */
  readonly ready: string;
}

const whistleUnderWay: Picture["path"] = async (ask) => {
  const { whistles } = (await ask(
    "{ whistles(first: 1, filter: { states: [ARRIVED, SIGNED, MEASURES_ISSUED] }) { edges { node { number } } } }",
  )) as Listed<"whistles">;
  return `/whistles/${numberIn(whistles)}`;
};

const caseWithWhistle: Picture["path"] = async (ask) => {
  const { tickets } = (await ask(
    "{ tickets(first: 1, filter: { whistled: true, open: true }) { edges { node { number } } } }",
  )) as Listed<"tickets">;
  return `/case/${numberIn(tickets)}`;
};

const ticketToWhistleFor: Picture["path"] = async (ask) => {
  const { tickets } = (await ask(
    "{ tickets(first: 1, filter: { whistled: false, states: [VERIFIED, MATCHED, SIGNED, IN_PROGRESS] }) { edges { node { number } } } }",
  )) as Listed<"tickets">;
  return `/whistles/new?ticket=${numberIn(tickets)}`;
};

interface Rows {
  readonly edges: readonly { node: { number: string } }[];
}
type Listed<Name extends string> = Readonly<Record<Name, Rows>>;

function numberIn({ edges: [first] }: Rows): string {
  if (!first) throw new Error("the dataset has no such row");
  return first.node.number;
}

/** Every room, in both languages, both themes and on a phone between them. */
export const pictures: readonly Picture[] = [
  { name: "sign-in", path: "/", ready: "main button" },
  {
    name: "overview",
    path: "/overview",
    as: "kaifu-dispatcher",
    height: 1180,
    ready: "main:has(svg path):has(li)",
  },
  {
    name: "overview-en-dark",
    path: "/overview",
    as: "kaifu-dispatcher",
    language: "en",
    dark: true,
    whole: true,
    ready: "main:has(svg path):has(li)",
  },
  { name: "case", path: caseWithWhistle, as: "kaifu-dispatcher", height: 1180, ready: "main figure img" },
  {
    name: "case-departments",
    path: caseWithWhistle,
    as: "kaifu-dispatcher",
    height: 1180,
    from: "main h2:has-text('各部门')",
    ready: "main h2:has-text('各部门')",
  },
  {
    name: "case-search-en",
    path: "/case?q=充电桩",
    as: "kaifu-dispatcher",
    language: "en",
    ready: "main li",
  },
  { name: "work", path: "/work", as: "kaifu-dispatcher", ready: "main li" },
  { name: "work-phone", path: "/work", as: "kaifu-grid-member", phone: true, ready: "main h1" },
  { name: "whistles", path: "/whistles", as: "kaifu-dispatcher", ready: "main li" },
  { name: "whistle-board", path: whistleUnderWay, as: "kaifu-dispatcher", whole: true, ready: "main h2" },
  {
    name: "whistle-new",
    path: ticketToWhistleFor,
    as: "kaifu-street-leader",
    whole: true,
    ready: "main form, main input",
  },
  {
    name: "tickets-en-dark",
    path: "/tickets?division=430105&open=true&order=DUE_FIRST",
    as: "kaifu-dispatcher",
    language: "en",
    dark: true,
    ready: "main li",
  },
  { name: "access", path: "/access", as: "kaifu-market-steward", whole: true, ready: "main li, main tr" },
  { name: "access-resident-phone", path: "/access", as: "kaifu-resident", phone: true, ready: "main h1" },
  ...["figures", "grants", "rules", "break-glass", "agreements", "chain", "retention"].map((part) => ({
    name: `access-${part}`,
    path: `/access/${part}`,
    as: "kaifu-market-steward",
    ready: "main h1",
  })),
  {
    name: "access-ask-en",
    path: "/access/ask?owner=market-supervision&fields=Inspection.result",
    as: "kaifu-urban-chief",
    language: "en",
    whole: true,
    ready: "main form",
  },
  {
    name: "overview-call-backs",
    path: "/overview/call-backs?place=430105",
    as: "kaifu-dispatcher",
    ready: "main li",
  },
  { name: "explorer", path: "/explorer", as: "kaifu-dispatcher", ready: ".graphiql-execute-button" },
];
