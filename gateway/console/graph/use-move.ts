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
 * key, so that what did arrive the first time is not done twice; other input, and another change, gets another key.
 */
export function useMove<Data, Variables extends Keyed>(
  document: TypedDocumentNode<Data, Variables>,
): Move<Omit<Variables, "idempotencyKey">, Data> {
  const [{ fetching }, mutate] = useMutation(document);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  /** Keys under which something was sent that may have arrived, by what was sent. */
  const pending = useRef(new Map<string, string>());
  const change = nameOf(document);
  const send = useCallback(
    async (input: Omit<Variables, "idempotencyKey">, context?: Partial<OperationContext>) => {
      const body = JSON.stringify([change, input]);
      const key = pending.current.get(body) ?? idempotencyKey();
      pending.current.set(body, key);
      setRefusals([]);
      const variables = { ...input, idempotencyKey: key } as unknown as Variables;
      const { data, error } = await mutate(variables, context);
      const refused = refusalsOf(error);
      setRefusals(refused);
      // A refusal is an answer: trying again is a new attempt. Only what may have arrived unseen keeps its key.
      if (!refused.some(({ fault }) => fault === "SYSTEM")) pending.current.delete(body);
      return error ? undefined : data;
    },
    [mutate, change],
  );
  const forget = useCallback(() => setRefusals([]), []);
  return { send, sending: fetching, refusals, forget };
}

const nameOf = ({ definitions }: TypedDocumentNode<unknown, never>): string | undefined =>
  definitions.flatMap((each) => (each.kind === "OperationDefinition" ? [each.name?.value] : []))[0];
