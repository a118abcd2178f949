/** What the user has to put right before anything can be done. Its message is for them. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
