import { type Move, movesOf } from "../../../parts/moves/move.ts";
import { isOneOf } from "../../../parts/moves/posts.ts";
import type { WorkPowerGrantsQuery } from "../lists/power-grants.graphql.ts";
import { ApproveGrantDocument, ListGrantDocument, ReviewGrantDocument } from "./grant-moves.graphql.ts";

export type PowerGrant = NonNullable<WorkPowerGrantsQuery["powerGrants"]>["edges"][number]["node"];

const grantMove = movesOf<PowerGrant>();

/** The granting of a power to a sub-district, each step by who holds the post whose turn it is (GZ-5). */
export const powerGrantMoves: readonly Move<PowerGrant>[] = [
  grantMove({
    name: "review",
    label: { en: "Review", zh: "部门审核" },
    about: {
      en: "The department whose power it is gives its opinion; the district government then approves.",
      zh: "赋权部门提出审核意见，报区政府批准。",
    },
    fields: [{ name: "opinion", kind: "text", maximum: 4_000, label: { en: "Opinion", zh: "审核意见" } }],
    may: ({ state, grantingUnit }, holder) =>
      state === "INTENT" && isOneOf(["CHIEF_RESPONDER"], holder) && grantingUnit?.code === holder.unit,
    document: ReviewGrantDocument,
    input: ({ number }, form) => ({ number, opinion: form.text("opinion") }),
  }),
  grantMove({
    name: "approve",
    label: { en: "Approve", zh: "批准" },
    about: { en: "The district government approves a reviewed grant.", zh: "区政府批准已审核的赋权事项。" },
    fields: [
      {
        name: "document",
        kind: "text",
        maximum: 200,
        lines: 1,
        label: { en: "Number of the approving document", zh: "批准文号" },
      },
    ],
    may: ({ state }, holder) => state === "REVIEWED" && isOneOf(["DISTRICT_LEADER"], holder),
    document: ApproveGrantDocument,
    input: ({ number }, form) => ({ number, document: form.text("document") }),
  }),
  grantMove({
    name: "list",
    label: { en: "Enter in list", zh: "列入清单" },
    about: {
      en: "Entered in the open batch of the sub-district's list; usable once the batch is published.",
      zh: "列入街道清单的待发布批次，批次公布后方可使用。",
    },
    fields: [],
    may: ({ state }, holder) => state === "APPROVED" && isOneOf(["LIST_KEEPER"], holder),
    document: ListGrantDocument,
    input: ({ number }) => ({ number }),
  }),
];
