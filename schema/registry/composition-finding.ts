/** What is wrong with subgraphs that do not compose. */
export interface CompositionFinding {
  readonly code: string;
  readonly message: string;
}
