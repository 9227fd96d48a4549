import { GraphQLError, Lexer, Source, type Token, TokenKind } from "graphql";
import { type Measure, tooLarge } from "./too-large.ts";

/**
 * Bounds on a document as it is written, before any of it is parsed. A thousand fields under aliases take seconds to
 * validate and plan, in which nobody else is served; a parser descends into brackets until its stack ends. The longest
 * operation of ours, a call of thirty units, has some two thousand tokens.
 */
export const sourceLimits = {
  letters: 100_000,
  tokens: 5_000,
  nesting: 64,
  aliases: 100,
  directives: 100,
  fragments: 50,
  /** What is refused is named in the refusal. */
  nameLetters: 200,
} as const satisfies Partial<Record<Measure, number>>;

type SourceMeasure = keyof typeof sourceLimits;

/** Refuses a document too large to be looked at. What is no GraphQL at all is left for the parser to say. */
export function refuseOversized(source: string, limits: Record<SourceMeasure, number> = sourceLimits): void {
  const require = (measure: SourceMeasure, count: number): void => {
    if (count > limits[measure]) throw tooLarge(measure, limits[measure]);
  };
  require("letters", source.length);
  let tokens = 0;
  let nesting = 0;
  let parentheses = 0;
  let aliases = 0;
  let directives = 0;
  let fragments = 0;
  for (const { kind, value } of tokensOf(source)) {
    tokens += 1;
    if (kind === TokenKind.NAME) require("nameLetters", value.length);
    if (value === "fragment") fragments += 1;
    if (kind === TokenKind.AT) directives += 1;
    // In parentheses are arguments and variables: only outside them does a colon follow an alias.
    if (kind === TokenKind.COLON && parentheses === 0) aliases += 1;
    if (kind === TokenKind.PAREN_L) parentheses += 1;
    if (kind === TokenKind.PAREN_R) parentheses -= 1;
    if (opening.has(kind)) nesting += 1;
    if (closing.has(kind)) nesting -= 1;
    require("tokens", tokens);
    require("nesting", nesting);
    require("aliases", aliases);
    require("directives", directives);
    require("fragments", fragments);
  }
}

const opening: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.PAREN_L, TokenKind.BRACKET_L]);
const closing: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.PAREN_R, TokenKind.BRACKET_R]);

function* tokensOf(source: string): Generator<Token> {
  const lexer = new Lexer(new Source(source));
  try {
    while (lexer.advance().kind !== TokenKind.EOF) yield lexer.token;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
}
