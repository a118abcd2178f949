/** Why one file couldn't be translated; the others can. Its message is for the user. */
export class FileFault extends Error {
  override readonly name = "FileFault";
}
