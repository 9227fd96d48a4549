import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useCallback, useState } from "react";
import { type Client, type OperationContext, useClient, useMutation } from "urql";
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
 * Keys under which something was sent that may have arrived, by what was sent. They outlive the form: whoever comes back
 * to it, and to what they had typed there, sends the same again.
 */
const pendingOf = new WeakMap<Client, Map<string, string>>();

function pendingBy(client: Client): Map<string, string> {
  const pending = pendingOf.get(client) ?? new Map<string, string>();
  pendingOf.set(client, pending);
  return pending;
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
  const pending = pendingBy(useClient());
  const change = nameOf(document);
  const send = useCallback(
    async (input: Omit<Variables, "idempotencyKey">, context?: Partial<OperationContext>) => {
      const body = JSON.stringify([change, input]);
      const key = pending.get(body) ?? idempotencyKey();
      pending.set(body, key);
      setRefusals([]);
      const variables = { ...input, idempotencyKey: key } as unknown as Variables;
      const { data, error } = await mutate(variables, context);
      const refused = refusalsOf(error);
      setRefusals(refused);
      // A refusal is an answer: trying again is a new attempt. Only what may have arrived unseen keeps its key.
      if (!refused.some(({ fault }) => fault === "SYSTEM")) pending.delete(body);
      return error ? undefined : data;
    },
    [mutate, change, pending],
  );
  const forget = useCallback(() => setRefusals([]), []);
  return { send, sending: fetching, refusals, forget };
}

const nameOf = ({ definitions }: TypedDocumentNode<unknown, never>): string | undefined =>
  definitions.flatMap((each) => (each.kind === "OperationDefinition" ? [each.name?.value] : []))[0];
