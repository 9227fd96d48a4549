/** Ends the iteration when the client leaves, also while an event is awaited. */
export function untilClientLeaves<Value>(
  answers: AsyncIterableIterator<Value>,
  signal: AbortSignal | undefined,
): AsyncIterableIterator<Value> {
  const end = (): void => {
    answers.return?.().catch(() => undefined);
  };
  if (signal?.aborted) end();
  else signal?.addEventListener("abort", end, { once: true });
  return answers;
}
