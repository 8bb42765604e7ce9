import "server-only";

/** Marks of withheld values: two of one comparison have the same mark exactly when they are the same. */
export class ValueMarks {
  readonly #marks = new Map<string, string>();

  of(value: unknown): string {
    const known = JSON.stringify(value) ?? "";
    const mark = this.#marks.get(known) ?? String(this.#marks.size + 1);
    this.#marks.set(known, mark);
    return mark;
  }
}
