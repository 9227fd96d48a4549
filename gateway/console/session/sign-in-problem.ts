/** Why somebody could not be signed in. */
export type SignInFault =
  /** No answer, or none that can be used. */
  | "UNREACHABLE"
  /** The provider said no, in its own words. */
  | "REFUSED"
  /** It came back with what was not asked for here, or too late. */
  | "NOT_ASKED"
  /** The page is not served over TLS, and the browser does not lend it its cryptography. */
  | "INSECURE_PAGE"
  /** The browser opened no window. */
  | "WINDOW_BLOCKED"
  /** The token says nothing of who bears it. */
  | "NOT_A_JWT";

export class SignInProblem extends Error {
  override name = "SignInProblem";
  readonly fault: SignInFault;
  /** What the provider itself said, to be passed on to whoever keeps it. */
  readonly said: string | undefined;

  constructor(fault: SignInFault, { said, cause }: { said?: string | undefined; cause?: unknown } = {}) {
    super(said ? `${fault}: ${said}` : fault, { cause });
    this.fault = fault;
    this.said = said;
  }
}

/** Whatever was thrown, as a problem people can be told. */
export const problemOf = (error: unknown): SignInProblem =>
  error instanceof SignInProblem
    ? error
    : new SignInProblem("UNREACHABLE", { said: error instanceof Error ? error.message : String(error) });
