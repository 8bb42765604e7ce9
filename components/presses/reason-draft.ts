let draft = { place: "", text: "" };

/** Keeps what was typed while the world moved, for the dialog that opens next on the same place (the address it posts to). */
export function keepDraft(place: string, text: string): void {
  draft = { place, text };
}

/** What was typed there before; empty where nothing was. */
export function draftOf(place: string): string {
  return draft.place === place ? draft.text : "";
}
