import { bars } from "../bars.ts";
import { short } from "../figures.ts";
import type { Machine } from "../machine.ts";
import type { Page } from "../record.ts";
import { table } from "../table.ts";
import type { FirstPage } from "./first-page.ts";
import type { LongList } from "./long-list.ts";

/** What the first page may take. */
export const limits = {
  usable: 1_500,
  scriptBytes: 350_000,
  layoutShift: 0.1,
  frame: 50,
  longestFrame: 100,
} as const;

export interface RoomRow {
  readonly name: string;
  readonly openings: readonly FirstPage[];
}

export interface ConsoleRecord {
  readonly command: string;
  readonly machine: Machine;
  readonly scale: string;
  readonly rounds: number;
  readonly rooms: readonly RoomRow[];
  readonly list: LongList | undefined;
}

const middle = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
const largest = (values: readonly number[]): number => Math.max(0, ...values);
const within = (value: number, limit: number): string => (value <= limit ? "within" : "over");
const kilobytes = (bytes: number): string => String(Math.round(bytes / 1000));

export const roomTable = ({ rooms }: ConsoleRecord): string =>
  table(
    [
      "",
      "usable ms",
      "longest ms",
      `of ${limits.usable} ms`,
      "JavaScript kB",
      `of ${kilobytes(limits.scriptBytes)} kB`,
      "all else kB",
      "layout shift",
    ],
    rooms.map(({ name, openings }) => {
      const usable = middle(openings.map((each) => each.usable));
      const scripts = largest(openings.map((each) => each.scriptBytes));
      return [
        name,
        short(usable),
        short(largest(openings.map((each) => each.usable))),
        within(usable, limits.usable),
        kilobytes(scripts),
        within(scripts, limits.scriptBytes),
        kilobytes(largest(openings.map((each) => each.otherBytes))),
        largest(openings.map((each) => each.layoutShift)).toFixed(3),
      ];
    }),
  );

export const paceTable = ({ list }: ConsoleRecord): string =>
  list
    ? table(
        [
          "",
          "pictures",
          "p50 ms",
          "p99 ms",
          `of ${limits.frame} ms`,
          "longest ms",
          `of ${limits.longestFrame} ms`,
          "held up",
        ],
        list.paces.map(({ name, byHand, pictures, frameMedian, frameP99, frameLongest, heldUp }) => [
          name,
          String(pictures),
          short(frameMedian),
          short(frameP99),
          byHand ? within(frameP99, limits.frame) : "",
          short(frameLongest),
          byHand ? within(frameLongest, limits.longestFrame) : "",
          String(heldUp),
        ]),
      )
    : "";

export const listTable = ({ list }: ConsoleRecord): string =>
  list
    ? table(
        ["rows", "drawn at once", "first pages ms", "last pages ms", "heap MB"],
        [
          [
            String(list.rows),
            String(list.drawn),
            short(list.firstPages),
            short(list.lastPages),
            `${short(list.heapMegabytesBefore)} → ${short(list.heapMegabytes)}`,
          ],
        ],
      )
    : "";

export const recordPage = (record: ConsoleRecord): Page => ({
  markdown: markdownOf(record),
  picture: bars(
    [
      {
        title: "Until a room is usable, nothing cached: median, less is better",
        bars: [
          ...record.rooms.map(({ name, openings }) => ({
            name,
            value: middle(openings.map(({ usable }) => usable)),
            tone: "ours" as const,
          })),
          { name: "allowed", value: limits.usable, tone: "limit" as const },
        ],
      },
    ],
    { unit: "ms", scale: "value" },
  ),
});

const markdownOf = (record: ConsoleRecord): string => `# The console

![Until a room is usable](console.svg)

Measured by \`${record.command}\`; the figures are in [console.json](console.json). This page is written by that command.

Each room is opened ${record.rounds} times in Chromium by somebody signed in to a post, with nothing in the browser's cache, before the stack as \`npm start\` starts it with the dataset \`${record.scale}\`. It is usable when what one came for is on it: on the overview a figure that opens its list, elsewhere the first row or field. JavaScript is what came compressed until the network was quiet.

${roomTable(record)}
${
  record.list
    ? `
The list of all tickets of a district, scrolled from its first row to its last; fifty rows at a time are fetched from the graph as they come near. The dataset's own tickets are joined by as many more as it takes, filed as its own are. At five depths it is scrolled for ten seconds each as hands do, at the pace of a wheel that is turned hard and of a scroll bar that is dragged; that is what the limits are for. In between it goes on by a screen and a half with every picture, some sixty screens a second, which no hand does: that tells how much is left. Back is the same way up again, where nothing is fetched: what drawing alone takes on this machine. Held up are pictures in which the page stood, as the rows that follow were not there yet.

${paceTable(record)}

The first hundred pages of rows and the last took so long to be there, in the middle: a page far down costs what the first did. Only what was scrolled through is held; whoever wants the other end turns the order round or names a time. The heap is what the page held with its first rows and at the end, garbage collected.

${listTable(record)}
`
    : ""
}
- **Limits:** usable within ${limits.usable} ms, JavaScript under ${kilobytes(limits.scriptBytes)} kB, layout shift at most ${limits.layoutShift}; by hand, 99 in 100 pictures within ${limits.frame} ms and all within ${limits.longestFrame} ms.
- **Machine:** ${record.machine.processor}, ${record.machine.cores} cores, ${record.machine.memoryGigabytes} GB, ${record.machine.system}, Node ${record.machine.node}; one-minute load before it began ${short(record.machine.loadBefore)}. Browser, stack and PostgreSQL share the two cores.
`;
