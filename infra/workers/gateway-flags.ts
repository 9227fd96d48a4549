/** Far above what a gateway holds, in MB: known operations, tokens and a screenful of answers under way. */
export const usualHeapMegabytes = 1_024;

/**
 * How Node is started for a gateway. It makes much that lives for one request: in the young generation that Node gives
 * it, some of that is still in use when it is full, and is copied, and copied again. Told how much it may use, Node also
 * collects what is older before there is a lot of it: on a large machine it would let twice as much lie.
 */
export const gatewayFlags = (heapMegabytes = usualHeapMegabytes): string[] => [
  "--max-semi-space-size=32",
  `--max-heap-size=${heapMegabytes}`,
  "--import",
  "tsx",
];
