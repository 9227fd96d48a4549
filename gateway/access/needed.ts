/** Whose grant is needed, and for what. */
export interface GrantNeeded {
  /** The subgraph that holds it. */
  readonly subgraph: string;
  /** What the codes of its owner's units end in. */
  readonly owner: string;
  readonly type: string;
  /** Absent where a way into the type is asked for: anything granted of the type opens it. */
  readonly field?: string;
  /** Whoever serves anywhere reads it as well, of rows that the owner's process involves them in. */
  readonly orTakingPart?: true;
  /** Asked of a type that only leads to this one. */
  readonly leadsThere?: true;
}

/** What is lacking to read something, in words: it goes on “it needs …”. */
export interface Needed {
  readonly needed: string;
  readonly neededZh: string;
  /** Which kind of thing is lacking; of a grant, why those there are do not help. */
  readonly reason?: string;
  /** The scopes that would do, where the token has too few. */
  readonly scopes?: readonly string[];
  /** Whose grant is lacking, and of which type. */
  readonly subgraph?: string;
  readonly type?: string;
}
