/** A start-up failure meant for the operator: its message is one line that says what to do, printed without a stack. */
export class StartupError extends Error {
  override name = "StartupError";
}
