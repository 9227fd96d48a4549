/**
 * The text of an operation that arrives as a message instead of as a body: what its envelope is sealed for. Both sides
 * write it from what was read of the message, and so arrive at the same.
 */
export const sealedText = ({
  query,
  variables,
}: {
  readonly query: string;
  readonly variables?: Record<string, unknown> | null | undefined;
}): string => JSON.stringify(variables ? { query, variables } : { query });
