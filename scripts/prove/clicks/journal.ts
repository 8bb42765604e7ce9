import { controlEmulator } from "../../testing/emulator-control";
import { nameOfRequest } from "./same-press";
import { type JournalInput, VERBS } from "./verbs";

/** One write that AWS got: `acted` when it did what was asked, whatever became of the answer; `name` as of `nameOfRequest`. */
export type Write = {
  operation: string;
  name: string;
  /** Whose credentials signed it. */
  person: string;
  requestId: string;
  acted: boolean;
  outcome: string;
};

type Item = {
  seq: number;
  operation: string;
  sessionName?: string;
  sourceIdentity?: string;
  input: JournalInput;
  outcome: string;
  requestId: string;
};

const OPERATIONS = new Set(VERBS.map(({ operation }) => operation));

/** The emulator's journal, read on and on, since it forgets; of it, the writes that came from Pipedeck. */
export class Journal {
  readonly writes: Write[] = [];
  #last = 0;

  constructor(private readonly emulatorUrl: string) {}

  async readOn(): Promise<void> {
    const { items } = await controlEmulator<{ items: Item[] }>(
      this.emulatorUrl,
      "GET",
      `/journal?after=${this.#last}`,
    );
    for (const { seq, operation, sessionName, sourceIdentity, input, outcome, requestId } of items) {
      if (seq !== this.#last + 1 && this.#last > 0)
        throw new Error("the emulator forgot part of its journal");
      this.#last = seq;
      // Whoever has no session is not Pipedeck: the world's own hand.
      if (!OPERATIONS.has(operation) || sessionName === undefined) continue;
      const name = nameOfRequest(operation, input);
      this.writes.push({
        operation,
        name,
        person: sourceIdentity ?? "",
        requestId,
        acted: outcome === "ok",
        outcome,
      });
    }
  }
}
