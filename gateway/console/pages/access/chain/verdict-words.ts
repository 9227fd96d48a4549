import { texts } from "../../../language/language.tsx";
import { headText, type Verified } from "./verify.ts";

export const verdictTexts = texts(
  {
    holds: "The chain holds",
    broken: "The chain does not hold",
    done: (checked: number, first: number, last: number) =>
      checked === 0
        ? "No record was verified: there are none between the ends of the chain."
        : `Verified: records ${first} to ${last}, ${checked} in all. Each one's seal was computed again in this browser from everything on record, and each follows the one before.`,
    CONTENT: (sequence: number) =>
      `Record ${sequence} is not what was sealed there: its content was changed, or another stands in its place.`,
    PLACE: (sequence: number) => `Record ${sequence} is missing, or others were put in before it.`,
    LINK: (sequence: number) =>
      `Record ${sequence} does not follow the one before it: that one was replaced.`,
    incomplete: (last: number, end: number) =>
      `Records end at ${last}, but the graph says the chain ends at ${end} with another seal: some at the end are gone.`,
    after: "What stands behind that place proves nothing and was not verified.",
    noted: {
      SAME: "The earlier end you gave stands in the chain unchanged: everything up to it is still what it was then.",
      CHANGED: "At the earlier end you gave now stands another seal: the chain was written anew since.",
      CUT_OFF: "The earlier end you gave lies behind the chain's end: records written by then are gone.",
      GONE_BY_RETENTION: "The earlier end you gave lies before what is kept: it can no longer be compared.",
    },
    not: "Not verified",
    none: "Without an earlier end kept elsewhere: whether somebody who can write the whole database wrote the whole chain anew. Keep the end below and give it here next time.",
    cut: (last: number) =>
      `Records 1 to ${last}: their time is over and they were deleted by the retention rule. Only the seal of the last is kept.`,
    cutMeanwhile: (first: number, last: number) =>
      `Records ${first} to ${last}: their time ended while this was under way, and the retention rule deleted them before they were read.`,
    since: "What was put on record since this was begun.",
    unwritten: "Whether every reading was put on record: the gateway does that before personal data leaves.",
    head: "The chain's end, to be kept elsewhere (paper, another system)",
  },
  {
    holds: "核验通过",
    broken: "核验不通过",
    done: (checked: number, first: number, last: number) =>
      checked === 0
        ? "未核验任何记录：链的两端之间没有记录。"
        : `已核验第 ${first} 至 ${last} 条，共 ${checked} 条：本浏览器按记录的全部内容逐条重算摘要，均与所存一致，且前后相接。`,
    CONTENT: (sequence: number) => `第 ${sequence} 条的内容与其摘要不符：内容已被更改，或被另一条顶替。`,
    PLACE: (sequence: number) => `第 ${sequence} 条缺失，或其前被插入了其他记录。`,
    LINK: (sequence: number) => `第 ${sequence} 条与前一条不相接：前一条已被替换。`,
    incomplete: (last: number, end: number) =>
      `记录止于第 ${last} 条，而链尾应为第 ${end} 条且摘要不同：末尾有记录缺失。`,
    after: "该处之后的记录不能证明什么，未予核验。",
    noted: {
      SAME: "此前记下的链尾仍在链中且未变：截至该处的记录与当时一致。",
      CHANGED: "此前记下的链尾处现为另一摘要：此后链条被整体重写。",
      CUT_OFF: "此前记下的链尾在现链尾之后：当时已有的记录缺失。",
      GONE_BY_RETENTION: "此前记下的链尾早于现存记录，已无从比对。",
    },
    not: "未核验的内容",
    none: "未提供此前另存的链尾，因此不能排除有权写入整个数据库者重写整条链。请另存下方链尾，下次核验时填入。",
    cut: (last: number) => `第 1 至 ${last} 条：留存期满已按规定删除，仅存最后一条的摘要。`,
    cutMeanwhile: (first: number, last: number) =>
      `第 ${first} 至 ${last} 条：核验期间留存期满，读取前已按规定删除。`,
    since: "本次核验开始以后新增的记录。",
    unwritten: "是否每次查阅都已记录：由网关保证，含个人数据的答复须先留痕后送出。",
    head: "链尾（请另行保存，如纸质或其他系统）",
  },
);

type Words = (typeof verdictTexts)["zh"];

/** A verdict sentence by sentence, for the page and for a report alike: exactly what was verified, and what was not. */
export interface VerdictWords {
  readonly holds: boolean;
  readonly title: string;
  /** What is wrong, first of all. */
  readonly findings: readonly string[];
  readonly done: string;
  /** What follows for what lies behind a finding, and for the end that was noted. */
  readonly besides: readonly string[];
  readonly notVerified: readonly string[];
  /** The end to be kept; undefined where the chain does not hold. */
  readonly head: string | undefined;
}

/** The parts of `start` to `last` that were read: what the retention cut meanwhile lies between them. */
function readParts({ start, last, cut }: Verified): readonly (readonly [first: number, last: number])[] {
  const parts: [number, number][] = [];
  let first = start.sequence + 1;
  for (const gap of cut) {
    if (gap.first > first) parts.push([first, gap.first - 1]);
    first = gap.last + 1;
  }
  if (last.sequence >= first) parts.push([first, last.sequence]);
  return parts;
}

export function verdictWords(text: Words, district: string, verified: Verified): VerdictWords {
  const { broken, complete, noted, last, start, end, cut } = verified;
  const holds = complete && noted !== "CHANGED" && noted !== "CUT_OFF";
  const parts = readParts(verified);
  return {
    holds,
    title: holds ? text.holds : text.broken,
    findings: [
      ...(broken ? [text[broken.what](broken.sequence)] : []),
      ...(!broken && !complete ? [text.incomplete(last.sequence, end.sequence)] : []),
    ],
    done:
      parts.length === 0
        ? text.done(0, 0, 0)
        : parts.map(([from, until]) => text.done(until - from + 1, from, until)).join(" "),
    besides: [...(broken ? [text.after] : []), ...(noted ? [text.noted[noted]] : [])],
    notVerified: [
      ...(noted === undefined ? [text.none] : []),
      ...(start.sequence > 0 ? [text.cut(start.sequence)] : []),
      ...cut.map((gap) => text.cutMeanwhile(gap.first, gap.last)),
      text.since,
      text.unwritten,
    ],
    head: holds ? headText(district, last) : undefined,
  };
}
