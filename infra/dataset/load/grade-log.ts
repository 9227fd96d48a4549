import type { WhistleEvaluation } from "../../../subgraphs/evaluation/whistle-evaluation/whistle-evaluation.ts";
import { Post } from "../../../subgraphs/shared/principal.ts";
import type { LogRow } from "../world/tickets/ticket-story.ts";
import type { WhistleStory } from "../world/tickets/whistle-story.ts";

/** Who did something, as the log has it. */
export type Acting = Pick<LogRow, "actorPost" | "actorUnit" | "actorId">;

/** What the log says of a whistle's grades: each given, each filed, and when the last called unit had its own (KF-15). */
export function gradeLog(story: WhistleStory, officeOf: (districtCode: string) => Acting): LogRow[] {
  const { number, evaluatedAt, districtCode } = story.whistle;
  const of = (evaluation: WhistleEvaluation) => ({
    unit: evaluation.subjectUnitCode,
    by: evaluation.evaluatorUnitCode,
  });
  const given = story.evaluations.flatMap((evaluation) => {
    const { givenAt: at, direction } = evaluation;
    if (!at) return [];
    const payload = { ...of(evaluation), direction };
    return [
      { subject: number, kind: "WHISTLE_EVALUATION_GIVEN", at, ...graderOf(story, evaluation), payload },
    ];
  });
  const filed = story.evaluations.flatMap((evaluation) => {
    const { filedAt: at } = evaluation;
    const kind = "WHISTLE_EVALUATION_FILED";
    return at ? [{ subject: number, kind, at, ...officeOf(districtCode), payload: of(evaluation) }] : [];
  });
  const last = given.find(({ at }) => at.getTime() === evaluatedAt?.getTime());
  if (!last) return [...given, ...filed];
  const graded = given.filter(({ at }) => at <= last.at).length;
  const complete = { ...last, kind: "WHISTLE_EVALUATED", payload: { whistle: number, given: graded } };
  return [...given, complete, ...filed];
}

function graderOf({ whistle, participants }: WhistleStory, evaluation: WhistleEvaluation): Acting {
  const actorUnit = evaluation.evaluatorUnitCode;
  if (evaluation.direction === "OF_RESPONDER") {
    return { actorUnit, actorPost: whistle.blowerPost, actorId: whistle.blowerId };
  }
  const called = participants.find(({ unitCode }) => unitCode === actorUnit);
  return {
    actorUnit,
    actorPost: postOf(actorUnit),
    actorId: called?.signedBy ?? called?.responderId ?? actorUnit,
  };
}

/** Who answers a whistle for a unit: a territorial body's own head, a department's responder. */
function postOf(unitCode: string): Post {
  if (unitCode.includes("-")) return Post.RESPONDER;
  return unitCode.length === 12 ? Post.COMMUNITY_SECRETARY : Post.SUBDISTRICT_LEADER;
}
