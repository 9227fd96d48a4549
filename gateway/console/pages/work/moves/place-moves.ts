import { SittingOutcome } from "../../../language/terms.ts";
import { type Move, movesOf } from "../../../parts/moves/move.ts";
import { isCentre, isCommunity, isOneOf, speaksFor } from "../../../parts/moves/posts.ts";
import type { WorkGridTasksQuery } from "../lists/grid-tasks.graphql.ts";
import type { WorkMediationsQuery } from "../lists/mediations.graphql.ts";
import type { WorkMembersQuery } from "../lists/members.graphql.ts";
import {
  CheckInMediatorDocument,
  RateGridMemberDocument,
  RecordSittingDocument,
  ReportGridTaskDocument,
} from "./place-moves.graphql.ts";

/** The task of one grid, with the class of problem it is of. */
export type GridTask = NonNullable<WorkGridTasksQuery["gridTasks"]>["edges"][number]["node"];
export type Mediation = NonNullable<WorkMediationsQuery["disputeMediations"]>["edges"][number]["node"];

export const gridTaskMoves: readonly Move<GridTask>[] = [
  movesOf<GridTask>()({
    name: "report",
    label: { en: "Report progress", zh: "上报进展" },
    about: { en: "Counted, never by name.", zh: "只报人数，不报姓名。" },
    fields: [
      {
        name: "reached",
        kind: "number",
        minimum: 0,
        maximum: 100_000,
        initial: ({ reached }) => reached,
        label: { en: "Reached altogether", zh: "累计已服务人数" },
        hint: { en: "Never fewer than before", zh: "不得少于上次上报" },
      },
      {
        name: "found",
        kind: "number",
        minimum: 0,
        maximum: 100_000,
        optional: true,
        label: { en: "How many there are, as found on site", zh: "核实人数" },
        hint: { en: "Left empty: as before", zh: "不填则不变" },
      },
    ],
    may: ({ doneAt }, holder) => doneAt === null && (isCommunity(holder) || isOneOf(["GRID_MEMBER"], holder)),
    document: ReportGridTaskDocument,
    input: ({ classProblem, grid }, form) => ({
      number: classProblem?.number ?? "",
      report: { grid: grid?.code ?? "", reached: form.number("reached"), found: form.numberIfAny("found") },
    }),
  }),
];

export type Member = NonNullable<WorkMembersQuery["members"]>["edges"][number]["node"];

export const memberMoves: readonly Move<Member>[] = [
  movesOf<Member>()({
    name: "rate",
    label: { en: "Rate", zh: "评分" },
    about: { en: "Once a month, for members who serve your community.", zh: "每月一次，限本社区网格员。" },
    fields: [
      {
        name: "score",
        kind: "number",
        minimum: 0,
        maximum: 100,
        label: { en: "Grade, 0 to 100", zh: "评分（0 至 100）" },
      },
    ],
    may: (_, holder) => isOneOf(["RESIDENT"], holder),
    document: RateGridMemberDocument,
    input: ({ id }, form) => ({ member: id, score: form.number("score") }),
  }),
];

const ownSeat = ({ mediators }: Mediation, unit: string) =>
  mediators.find((each) => each.unit?.code === unit);

export const mediationMoves: readonly Move<Mediation>[] = [
  movesOf<Mediation>()({
    name: "checkIn",
    label: { en: "Check in", zh: "到场登记" },
    about: { en: "You are where the parties are, from this moment on.", zh: "以此刻登记调解员到场。" },
    fields: [
      { name: "position", kind: "position", optional: true, label: { en: "Position", zh: "到场位置" } },
    ],
    may: (mediation, holder) => {
      const seat = ownSeat(mediation, holder.unit);
      return mediation.state === "OPEN" && speaksFor(seat?.unit, holder) && seat?.arrivedAt === null;
    },
    document: CheckInMediatorDocument,
    input: ({ ticketNumber }, form) => ({
      input: { number: ticketNumber, position: form.position("position") },
    }),
  }),
  movesOf<Mediation>()({
    name: "recordSitting",
    label: { en: "Record sitting", zh: "记录调解会" },
    about: {
      en: "Agreed or not agreed ends the mediation; adjourned, the parties sit again.",
      zh: "达成或未达成协议即结束调解，择期再调的继续调解。",
    },
    fields: [
      { name: "heldAt", kind: "instant", label: { en: "When it was held", zh: "时间" } },
      {
        name: "place",
        kind: "text",
        maximum: 200,
        lines: 1,
        label: { en: "Where", zh: "地点" },
        hint: { en: "No home address", zh: "请勿填写住址" },
      },
      {
        name: "mediators",
        kind: "several",
        of: ({ mediators }) =>
          mediators.flatMap(({ unit, unitNamed, arrivedAt }) =>
            unit && arrivedAt ? [{ value: unit.code, label: unitNamed?.name ?? unit.code }] : [],
          ),
        label: { en: "Mediators who were there", zh: "到场调解员" },
        hint: { en: "Those who checked in", zh: "仅列已到场登记的" },
      },
      {
        name: "parties",
        kind: "text",
        maximum: 500,
        lines: 1,
        label: { en: "Who of the parties came", zh: "到场当事人" },
      },
      {
        name: "outcome",
        kind: "choice",
        of: () => Object.entries(SittingOutcome).map(([value, label]) => ({ value, label })),
        label: { en: "What came of it", zh: "结果" },
      },
      {
        name: "agreement",
        kind: "text",
        maximum: 4_000,
        when: ({ outcome }) => outcome === "AGREED",
        label: { en: "Agreement", zh: "调解协议" },
      },
      {
        name: "advice",
        kind: "text",
        maximum: 1_000,
        when: ({ outcome }) => outcome === "NOT_AGREED",
        label: { en: "Where the parties were told to turn", zh: "告知事项" },
      },
      {
        name: "nextSittingAt",
        kind: "instant",
        when: ({ outcome }) => outcome === "ADJOURNED",
        label: { en: "When they sit again", zh: "下次时间" },
      },
    ],
    may: ({ state, host }, holder) => state === "OPEN" && (isCentre(holder) || speaksFor(host, holder)),
    document: RecordSittingDocument,
    input({ ticketNumber }, form) {
      const outcome = form.chosen<keyof typeof SittingOutcome>("outcome");
      return {
        input: {
          number: ticketNumber,
          heldAt: form.text("heldAt"),
          place: form.text("place"),
          mediators: form.several("mediators"),
          parties: form.text("parties"),
          outcome,
          agreement: outcome === "AGREED" ? form.text("agreement") : null,
          advice: outcome === "NOT_AGREED" ? form.text("advice") : null,
          nextSittingAt: outcome === "ADJOURNED" ? form.text("nextSittingAt") : null,
        },
      };
    },
  }),
];
