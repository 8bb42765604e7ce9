import type { RetryMode } from "@/lib/domain/why-not-retry";
import type { ReleaseForm } from "./release-form";

/** What was chosen in a dialog, besides what was typed as its reason. */
export interface Choice {
  /** The execution a rollback was opened for, and the one it goes back to. */
  asked?: string;
  rollbackTo?: string;
  hold?: boolean;
  mode?: RetryMode;
  form?: ReleaseForm;
}

let draft: { place: string; text: string; choice: Choice } = { place: "", text: "", choice: {} };

/** Keeps what was typed and chosen while the world moved, for the dialog that opens next on the same place (the address it posts to). */
export function keepDraft(place: string, text: string, choice: Choice = {}): void {
  draft = { place, text, choice };
}

/** What was typed there before; empty where nothing was. */
export function draftOf(place: string): string {
  return draft.place === place ? draft.text : "";
}

/** What was chosen there before. */
export function choiceOf(place: string): Choice {
  return draft.place === place ? draft.choice : {};
}
