import { Button, Group, Radio } from "@mantine/core";
import { useState } from "react";
import { useMove } from "../../../graph/use-move.ts";
import { texts, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { ReviewVerdict } from "../../../language/terms.ts";
import { ReasonDialog } from "../reason-dialog.tsx";
import { ReviewBreakGlassDocument } from "./review.graphql.ts";

const said = texts(
  {
    review: "Review",
    about: "Where there was no need, what is left of the access ends at once.",
    verdict: "What was found",
  },
  { review: "复核", about: "理由不成立的，剩余访问立即终止。", verdict: "复核结论" },
);

type Verdict = keyof typeof ReviewVerdict;

/** The owner says whether there was need for an emergency access. */
export function Review({ number, done }: { number: string; done: () => void }) {
  const text = useText(said);
  const term = useTerm();
  const [opened, setOpened] = useState(false);
  const [verdict, setVerdict] = useState<Verdict>("JUSTIFIED");
  const { send, sending, refusals, forget } = useMove(ReviewBreakGlassDocument);
  return (
    <>
      <Button size="xs" mt="xs" onClick={() => setOpened(true)}>
        {text.review}
      </Button>
      {opened ? (
        <ReasonDialog
          title={`${text.review} ${number}`}
          about={text.about}
          confirm={text.review}
          sending={sending}
          refusals={refusals}
          onClose={() => {
            forget();
            setOpened(false);
          }}
          send={async (reason) => {
            const went = (await send({ number, verdict, reason })) !== undefined;
            if (went) done();
            return went;
          }}
        >
          <Radio.Group
            label={text.verdict}
            value={verdict}
            onChange={(value) => setVerdict(value as Verdict)}
          >
            <Group gap="md" mt={4}>
              {(Object.keys(ReviewVerdict) as Verdict[]).map((each) => (
                <Radio key={each} value={each} label={term(ReviewVerdict, each)} />
              ))}
            </Group>
          </Radio.Group>
        </ReasonDialog>
      ) : null}
    </>
  );
}
