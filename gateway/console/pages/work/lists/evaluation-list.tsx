import { Badge } from "@mantine/core";
import { usePages } from "../../../graph/use-pages.ts";
import { type Said, useLanguage } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { EvaluationState, WhistleRole } from "../../../language/terms.ts";
import { momentText } from "../../../language/time.ts";
import { useOffice } from "../../../language/work-calendar.tsx";
import { useNameOrCode } from "../../../parts/name-or-code.ts";
import { type Evaluation, evaluationMoves } from "../moves/evaluation-moves.ts";
import { factsOf, type Row } from "../rows/row.ts";
import { usePlace } from "../rows/use-place.ts";
import { WorkList } from "../rows/work-list.tsx";
import type { WorkEvaluationsQueryVariables } from "./evaluations.graphql.ts";
import { WorkEvaluationsDocument } from "./evaluations.graphql.ts";

const words = {
  course: { en: "What it did", zh: "应哨情况" },
  evaluator: { en: "Graded by", zh: "评价单位" },
  opinion: { en: "Opinion", zh: "评价意见" },
} as const;

const steps = {
  signedAt: { en: "signed", zh: "签收" },
  arrivedAt: { en: "on scene", zh: "报到" },
  measuresAt: { en: "measures", zh: "措施" },
} as const satisfies Readonly<Record<string, Said<string>>>;

const never: Said<string> = { en: "never", zh: "未办" };

/** Grades to give, and given ones to put on record, the longest due first: with what the unit did, by the minute. */
export function EvaluationList({ filter }: { filter: WorkEvaluationsQueryVariables["filter"] }) {
  const { language } = useLanguage();
  const { now } = useOffice();
  const term = useTerm();
  const nameOrCode = useNameOrCode();
  const placeOf = usePlace();
  const pages = usePages(
    WorkEvaluationsDocument,
    { filter, first: 50 },
    ({ whistleEvaluations }) => whistleEvaluations,
  );
  const rowOf = (evaluation: Evaluation): Row => {
    const { whistle, unit, evaluator, role, direction, state, score, opinion } = evaluation;
    const kind = whistle && (language === "zh" ? whistle.kindRules.nameZh : whistle.kindRules.name);
    const course = (["signedAt", "arrivedAt", "measuresAt"] as const)
      .map((step) => {
        const at = evaluation[step];
        return `${steps[step][language]} ${at ? momentText(at, language, now) : never[language]}`;
      })
      .join(" · ");
    return {
      key: `${whistle?.number} ${evaluator?.code} ${unit?.code}`,
      number: whistle?.number,
      title: [
        nameOrCode(unit?.code, evaluation.unitNamed?.name),
        role && term(WhistleRole, role as keyof typeof WhistleRole),
      ]
        .filter(Boolean)
        .join(" · "),
      href: whistle ? `/whistles/${whistle.number}` : undefined,
      place: [kind, placeOf(whistle)].filter(Boolean).join(" · "),
      state: (
        <Badge variant="light" radius="sm" tt="none" color={state === "DUE" ? "orange" : "teal"}>
          {term(EvaluationState, state)}
          {score === null ? "" : ` ${score}`}
        </Badge>
      ),
      since: evaluation.givenAt ?? evaluation.dueSince,
      facts: factsOf(
        [words.course, direction === "OF_RESPONDER" ? course : undefined],
        [
          words.evaluator,
          state === "DUE" ? undefined : nameOrCode(evaluator?.code, evaluation.evaluatorNamed?.name),
        ],
        [words.opinion, opinion],
      ),
    };
  };
  return <WorkList pages={pages} rowOf={rowOf} moves={evaluationMoves} />;
}
