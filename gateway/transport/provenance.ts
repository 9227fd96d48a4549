/** How a reply came about: filled in where somebody wants to know. */
export interface Provenance {
  /** It was already being fetched for somebody else. */
  joined?: boolean;
  /** Size of the reply as it travelled; absent where it did not, or travelled for somebody else. */
  bytes?: number | undefined;
}
