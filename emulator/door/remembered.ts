/** What was worked out of a text, for the texts that came last; the oldest are forgotten when there are more than `most`. */
export class Remembered<Value> {
  private readonly values = new Map<string, Value>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  get(text: string): Value | undefined {
    return this.values.get(text);
  }

  set(text: string, value: Value): void {
    const oldest = this.values.keys().next();
    if (this.values.size >= this.most && !oldest.done) this.values.delete(oldest.value);
    this.values.set(text, value);
  }
}
