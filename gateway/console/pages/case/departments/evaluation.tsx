import { texts, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import {
  CallBackChannel,
  EvaluationDirection,
  EvaluationState,
  InvalidCallBackReason,
  Satisfaction,
} from "../../../language/terms.ts";
import { Moment } from "../../../parts/moment.tsx";
import { DepartmentCard } from "./department-card.tsx";
import { DepartmentPart } from "./department-part.tsx";
import { EvaluationPartDocument } from "./evaluation.graphql.ts";
import { Line, together } from "./line.tsx";
import { partAt } from "./part-state.ts";
import { useDepartment } from "./use-part.ts";

const said = texts(
  {
    about: "Call-backs, evaluation of whistles",
    callBacks: "Call-backs",
    whistle: (number: string) => `Evaluation of whistle ${number}`,
    contacted: (yes: boolean) => (yes ? "was contacted" : "was not contacted"),
    solved: (yes: boolean) => (yes ? "solved" : "not solved"),
    invalid: "does not count",
    turn: (turn: number) => `No. ${turn}`,
    points: (score: number) => (score === 1 ? "1 point" : `${score} points`),
  },
  {
    about: "回访、哨评",
    callBacks: "回访",
    whistle: (number: string) => `哨 ${number} 的哨评`,
    contacted: (yes: boolean) => (yes ? "已联系" : "未联系"),
    solved: (yes: boolean) => (yes ? "已解决" : "未解决"),
    invalid: "不计入三率",
    turn: (turn: number) => `第 ${turn} 次`,
    points: (score: number) => `${score} 分`,
  },
);

const owner = "evaluation";

export function Evaluation({ number }: { number: string }) {
  const text = useText(said);
  const term = useTerm();
  const answer = useDepartment(EvaluationPartDocument, number);
  const { data, refusals } = answer;
  const common = { owner, number } as const;
  return (
    <DepartmentCard owner={owner} about={text.about} answer={answer}>
      <DepartmentPart
        {...common}
        title={text.callBacks}
        part={partAt(["ticket", "callBacks"], data?.ticket?.callBacks, refusals)}
        keyOf={({ ordinal }) => String(ordinal)}
        render={(row) => (
          <Line
            more={
              <>
                <Moment at={row.recordedAt} /> {together(term(CallBackChannel, row.channel), row.opinion)}
              </>
            }
          >
            {together(
              text.turn(row.ordinal),
              row.valid
                ? together(
                    text.contacted(row.contacted === true),
                    text.solved(row.solved === true),
                    row.satisfaction && term(Satisfaction, row.satisfaction),
                  )
                : together(text.invalid, row.invalidReason && term(InvalidCallBackReason, row.invalidReason)),
            )}
          </Line>
        )}
      />
      {(data?.ticket?.whistles ?? []).map((whistle, index) => (
        <DepartmentPart
          {...common}
          key={whistle.number}
          title={text.whistle(whistle.number)}
          part={partAt(["ticket", "whistles", index, "evaluations"], whistle.evaluations, refusals)}
          keyOf={({ direction, unit, evaluator }) => `${direction} ${unit?.name} ${evaluator?.name}`}
          render={(row) => (
            <Line more={row.opinion}>
              {together(
                row.unit?.name,
                term(EvaluationDirection, row.direction),
                row.score === null ? term(EvaluationState, row.state) : text.points(row.score ?? 0),
              )}
            </Line>
          )}
        />
      ))}
    </DepartmentCard>
  );
}
