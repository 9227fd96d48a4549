import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useCallback, useRef, useState } from "react";
import { type OperationContext, useMutation } from "urql";
import { idempotencyKey } from "./idempotency-key.ts";
import { type Refusal, refusalsOf } from "./refusal.ts";

interface Keyed {
  readonly idempotencyKey: string;
}

interface Move<Input, Data> {
  /** Answers with what was made of it, or undefined when it was refused; then `refusals` says why. */
  readonly send: (input: Input, context?: Partial<OperationContext>) => Promise<Data | undefined>;
  readonly sending: boolean;
  readonly refusals: readonly Refusal[];
  readonly forget: () => void;
}

/**
 * A change of the graph as a button makes it. The same input sent again after a failure carries the same idempotency
 * key, so that what did arrive the first time is not done twice; other input gets another key.
 */
export function useMove<Data, Variables extends Keyed>(
  document: TypedDocumentNode<Data, Variables>,
): Move<Omit<Variables, "idempotencyKey">, Data> {
  const [{ fetching }, mutate] = useMutation(document);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const pending = useRef<{ body: string; key: string } | undefined>(undefined);
  const send = useCallback(
    async (input: Omit<Variables, "idempotencyKey">, context?: Partial<OperationContext>) => {
      const body = JSON.stringify(input);
      if (pending.current?.body !== body) pending.current = { body, key: idempotencyKey() };
      setRefusals([]);
      const variables = { ...input, idempotencyKey: pending.current.key } as unknown as Variables;
      const { data, error } = await mutate(variables, context);
      const refused = refusalsOf(error);
      setRefusals(refused);
      // A refusal is an answer: trying again is a new attempt. Only what may have arrived unseen keeps its key.
      if (!refused.some(({ fault }) => fault === "SYSTEM")) pending.current = undefined;
      return error ? undefined : data;
    },
    [mutate],
  );
  const forget = useCallback(() => setRefusals([]), []);
  return { send, sending: fetching, refusals, forget };
}
