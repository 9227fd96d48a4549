import { execute, parse } from "graphql";
import { pageCount } from "./town.ts";
import { referenceSchema } from "./town-subgraphs.ts";

export type ShapeName = "different" | "identical" | "deep";

/** One way of asking: an operation and the requests a client draws from. */
export interface Shape {
  readonly name: ShapeName;
  /** What the figures of this shape say. */
  readonly meaning: string;
  readonly operation: string;
  /** Variables of every request there is to draw from. */
  readonly variables: readonly Readonly<Record<string, unknown>>[];
  /** Fetches of Apollo's plan for one request. */
  readonly fetches: number;
  /** Requests in which our gateway makes them: those that ask one subgraph at once travel together. */
  readonly requests: number;
}

const ticketPage = `query TicketPage($page: Int!) {
  tickets(page: $page) {
    number
    title
    state
    priority
    reportedOn
    place
    visitsDue
    callBacks { id satisfaction comment inspector { name post } }
  }
}`;

const districtReview = `query DistrictReview {
  units(first: 4) {
    code
    name
    score
    tickets(first: 4) {
      number
      title
      state
      visitsDue
      callBacks { satisfaction comment inspector { name callBacks { id ticket { number title } } } }
      grid {
        name
        population
        members { name post }
        tickets(first: 2) { number title visitsDue callBacks { satisfaction comment inspector { name post } } }
      }
    }
  }
  tickets(page: 3) { number title place visitsDue handlingUnit { name } callBacks { comment inspector { name } } }
}`;

export const shapes: readonly Shape[] = [
  {
    name: "different",
    meaning: "a page drawn from 500: hardly two requests under way are the same, so sharing helps nobody",
    operation: ticketPage,
    variables: Array.from({ length: pageCount }, (_, page) => ({ page })),
    fetches: 4,
    requests: 4,
  },
  {
    name: "identical",
    meaning: "the same page every time",
    operation: ticketPage,
    variables: [{ page: 7 }],
    fetches: 4,
    requests: 4,
  },
  {
    name: "deep",
    meaning: "one large nested operation, the same every time",
    operation: districtReview,
    variables: [{}],
    fetches: 16,
    requests: 13,
  },
];

export const bodyOf = ({ operation }: Shape, variables: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ query: operation, variables });

/** The answer to every request of a shape, from one schema without a gateway. */
export async function referenceAnswers({ operation, variables }: Shape): Promise<readonly unknown[]> {
  const schema = referenceSchema();
  const document = parse(operation);
  return Promise.all(
    variables.map(async (variableValues) => {
      const answer = await execute({ schema, document, variableValues });
      if (answer.errors) throw answer.errors[0];
      return JSON.parse(JSON.stringify(answer.data));
    }),
  );
}
