/** A failure whose message is all that the person at the terminal needs: printed alone, without a stack. */
export class WordedError extends Error {
  override name = "WordedError";
}
