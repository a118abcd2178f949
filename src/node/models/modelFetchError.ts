export type ModelFetchErrorKind =
  | "cancelled"
  | "noSpace"
  /** The packages are needed, and there is no Python with pip. */
  | "noPython"
  | "unreachable"
  /** The hub or the registry answers, and doesn't have the file. */
  | "notOffered"
  /** Cut before its end, and again when it was resumed. What has arrived is kept. */
  | "interrupted"
  /** The file isn't what it should be. It has been removed. */
  | "badChecksum"
  | "failed";

/** A model could not be fetched. The message says in English what happened and what to do. */
export class ModelFetchError extends Error {
  override readonly name = "ModelFetchError";
  readonly kind: ModelFetchErrorKind;

  constructor(kind: ModelFetchErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
