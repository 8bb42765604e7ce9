/** The tag of the session that this page came with; empty where a page has none. */
export function pageSession(): string {
  return document.querySelector("main")?.dataset.session ?? "";
}
