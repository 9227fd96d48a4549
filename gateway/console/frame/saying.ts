/** The same address with one thing said otherwise, or no longer. */
export function saying(
  address: URLSearchParams,
  name: string,
  value: string | null | undefined,
): URLSearchParams {
  const changed = new URLSearchParams(address);
  if (value) changed.set(name, value);
  else changed.delete(name);
  return changed;
}
