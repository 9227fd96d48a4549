import { Alert, List, Stack, Text } from "@mantine/core";
import { texts, useText } from "../../../language/language.tsx";
import classes from "../access.module.css";
import type { Chain } from "./use-verification.ts";
import { headText, type Verified } from "./verify.ts";

const said = texts(
  {
    holds: "The chain holds",
    broken: "The chain does not hold",
    done: (checked: number, first: number, last: number) =>
      checked === 0
        ? "There are no records between its ends."
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
    since: "What was put on record since this was begun.",
    unwritten: "Whether every reading was put on record: the gateway does that before personal data leaves.",
    head: "The chain's end, to be kept elsewhere (paper, another system)",
  },
  {
    holds: "核验通过",
    broken: "核验不通过",
    done: (checked: number, first: number, last: number) =>
      checked === 0
        ? "两端之间没有记录。"
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
    since: "本次核验开始以后新增的记录。",
    unwritten: "是否每次查阅都已记录：由网关保证，含个人数据的答复须先留痕后送出。",
    head: "链尾（请另行保存，如纸质或其他系统）",
  },
);

/** Whether a chain holds, and exactly what of it was verified and what was not. */
export function Verdict({ chain, verified }: { chain: Chain; verified: Verified }) {
  const text = useText(said);
  const { checked, broken, complete, last, noted } = verified;
  const holds = complete && noted !== "CHANGED" && noted !== "CUT_OFF";
  return (
    <Alert
      role={holds ? "status" : "alert"}
      color={holds ? "green" : "red"}
      variant="light"
      title={holds ? text.holds : text.broken}
    >
      <Stack gap="xs">
        {broken ? (
          <Text size="sm" fw={600}>
            {text[broken.what](broken.sequence)}
          </Text>
        ) : null}
        {!broken && !complete ? (
          <Text size="sm" fw={600}>
            {text.incomplete(last.sequence, chain.endSequence)}
          </Text>
        ) : null}
        <Text size="sm">{text.done(checked, chain.startSequence + 1, last.sequence)}</Text>
        {broken ? <Text size="sm">{text.after}</Text> : null}
        {noted ? (
          <Text size="sm" fw={600}>
            {text.noted[noted]}
          </Text>
        ) : null}
        <Text size="sm" fw={600}>
          {text.not}
        </Text>
        <List size="sm">
          {noted === undefined ? <List.Item>{text.none}</List.Item> : null}
          {chain.startSequence > 0 ? <List.Item>{text.cut(chain.startSequence)}</List.Item> : null}
          <List.Item>{text.since}</List.Item>
          <List.Item>{text.unwritten}</List.Item>
        </List>
        {holds ? (
          <Text size="sm">
            {text.head}
            <br />
            <span className={classes.mono}>{headText(chain.district, last)}</span>
          </Text>
        ) : null}
      </Stack>
    </Alert>
  );
}
