/** Where to go after signing in: a path of ours, never another site and never the sign-in page itself. */
export function signInDestination(from: string | undefined): string {
  if (from === undefined) return "/";
  const base = "http://pipedeck.invalid";
  const url = URL.canParse(from, base) ? new URL(from, base) : null;
  if (url === null || !from.startsWith("/") || url.origin !== base) return "/";
  return url.pathname.startsWith("/login") || url.pathname.startsWith("/api/")
    ? "/"
    : url.pathname + url.search;
}
