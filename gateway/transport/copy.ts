/**
 * Copies what an execution results in: objects and lists of values that nobody changes. As fast as it can be done, for
 * every reply that somebody joined is copied.
 */
export function copyOf<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(copyOf) as Value;
  const copy = { ...value } as Record<string, unknown>;
  for (const name in copy) {
    const inner = copy[name];
    if (typeof inner === "object" && inner !== null) copy[name] = copyOf(inner);
  }
  return copy as Value;
}
