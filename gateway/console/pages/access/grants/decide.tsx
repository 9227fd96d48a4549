import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useMove } from "../../../graph/use-move.ts";
import { texts, useText } from "../../../language/language.tsx";
import { useHolder } from "../../../session/session.tsx";
import { ReasonDialog } from "../reason-dialog.tsx";
import type { Standing } from "../standing.ts";
import { ApproveGrantDocument } from "./approve-grant.graphql.ts";
import type { GrantRowFragment } from "./grants.graphql.ts";
import { Narrow } from "./narrow.tsx";
import { RefuseGrantDocument } from "./refuse-grant.graphql.ts";
import { RevokeGrantDocument } from "./revoke-grant.graphql.ts";
import { type Step, stepsFor } from "./steps.ts";

const said = texts(
  {
    approve: "Approve",
    narrow: "Approve in part",
    refuse: "Refuse",
    revoke: "Revoke",
    approveAbout:
      "From its first day on the unit reads what is named, stating the basis. Every reading is on record.",
    refuseAbout: "The unit sees your reason and may ask anew.",
    revokeAbout: "The next request is judged without it. What was read until now stays on record.",
    approved: (number: string) => `${number} is approved`,
    narrowed: (number: string) => `${number} is approved in part`,
    refused: (number: string) => `${number} is refused`,
    revoked: (number: string) => `${number} is revoked`,
  },
  {
    approve: "批准",
    narrow: "部分批准",
    refuse: "驳回",
    revoke: "撤销",
    approveAbout: "自生效起，该单位说明依据后即可查阅所列字段，每次查阅均有记录。",
    refuseAbout: "申请单位可见驳回理由，并可重新申请。",
    revokeAbout: "下一次请求起即不再凭此授权，此前的查阅记录保留。",
    approved: (number: string) => `${number} 已批准`,
    narrowed: (number: string) => `${number} 已部分批准`,
    refused: (number: string) => `${number} 已驳回`,
    revoked: (number: string) => `${number} 已撤销`,
  },
);

/** What an owner may do about a grant, each with its reason. */
export function Decide({
  grant,
  standing,
  done,
}: {
  grant: GrantRowFragment;
  standing: Standing;
  done: (what: string) => void;
}) {
  const text = useText(said);
  const holder = useHolder();
  const [step, setStep] = useState<Step>();
  const moves = {
    approve: useMove(ApproveGrantDocument),
    refuse: useMove(RefuseGrantDocument),
    revoke: useMove(RevokeGrantDocument),
  };
  const steps = stepsFor(grant, holder?.unit, standing);
  if (steps.length === 0) return null;
  const { number } = grant;
  const told = { approve: text.approved, refuse: text.refused, revoke: text.revoked };
  const about = { approve: text.approveAbout, refuse: text.refuseAbout, revoke: text.revokeAbout };
  return (
    <Group gap="xs" mt="xs">
      {steps.map((each) => (
        <Button
          key={each}
          size="xs"
          variant={each === "approve" ? "filled" : "default"}
          onClick={() => setStep(each)}
        >
          {text[each]}
        </Button>
      ))}
      {step === "narrow" ? (
        <Narrow
          grant={grant}
          label={text.narrow}
          done={() => done(text.narrowed(number))}
          onClose={() => setStep(undefined)}
        />
      ) : null}
      {step && step !== "narrow" ? (
        <ReasonDialog
          title={`${text[step]} ${number}`}
          about={about[step]}
          confirm={text[step]}
          sending={moves[step].sending}
          refusals={moves[step].refusals}
          onClose={() => {
            moves[step].forget();
            setStep(undefined);
          }}
          send={async (reason) => {
            const went = (await moves[step].send({ number, reason })) !== undefined;
            if (went) done(told[step](number));
            return went;
          }}
        />
      ) : null}
    </Group>
  );
}
