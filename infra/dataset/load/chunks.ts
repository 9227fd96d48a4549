/** Takes things a number at a time, so that no more of them than that are held. */
export function* chunks<Item>(items: Iterable<Item>, size: number): Iterable<Item[]> {
  let chunk: Item[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
