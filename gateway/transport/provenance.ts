/** How a reply came about: filled in where somebody wants to know. */
export interface Provenance {
  /** It was already being fetched for somebody else. */
  joined?: boolean;
  /** How many fetches went in one request, where it was more than one. */
  together?: number;
  /** Size of the reply as it travelled; absent where it did not, or travelled for somebody else. It is of all that went together. */
  bytes?: number | undefined;
}
