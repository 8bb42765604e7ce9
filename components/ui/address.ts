/**
 * The search part of an address with other choices: `?q=person:ada&fold=a,b`, empty when nothing is chosen. What is
 * undefined or empty goes, and what has no name in `choices` stays.
 */
export function searchWith<T extends { [K in keyof T]: string | undefined }>(
  search: string,
  choices: T,
): string {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries<string | undefined>(choices)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  const words = `${next}`.replace(/%(2[CF]|3[AD])/g, decodeURIComponent);
  return words && `?${words}`;
}

export interface StepOptions {
  /** Leaves no step in the history, so that Back leads to where a person was and not through every arrow key. */
  replace?: boolean;
}

/** Lets the page's address have another search part, without asking the server. */
export function showSearch(search: string, { replace = false }: StepOptions = {}): void {
  const url = window.location.pathname + search;
  if (replace) window.history.replaceState(null, "", url);
  else window.history.pushState(null, "", url);
}

/** Shows other choices in the address of the page. */
export function choose<T extends { [K in keyof T]: string | undefined }>(
  choices: T,
  options?: StepOptions,
): void {
  showSearch(searchWith(window.location.search, choices), options);
}
