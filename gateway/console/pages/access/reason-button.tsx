import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useMove } from "../../graph/use-move.ts";
import { ReasonDialog } from "./reason-dialog.tsx";

interface Reasoned {
  readonly number: string;
  readonly reason: string;
  readonly idempotencyKey: string;
}

/** A step on what has a number, taken with a reason: withdraw a rule, lift an exclusion, end an agreement. */
export function ReasonButton<Data>({
  document,
  number,
  label,
  about,
  done,
}: {
  document: TypedDocumentNode<Data, Reasoned>;
  number: string;
  label: string;
  about: string;
  done: () => void;
}) {
  const [opened, setOpened] = useState(false);
  const { send, sending, refusals, forget } = useMove(document);
  return (
    <>
      <Button size="xs" variant="default" mt="xs" onClick={() => setOpened(true)}>
        {label}
      </Button>
      {opened ? (
        <ReasonDialog
          title={`${label} ${number}`}
          about={about}
          confirm={label}
          sending={sending}
          refusals={refusals}
          onClose={() => {
            forget();
            setOpened(false);
          }}
          send={async (reason) => {
            const went = (await send({ number, reason })) !== undefined;
            if (went) done();
            return went;
          }}
        />
      ) : null}
    </>
  );
}
