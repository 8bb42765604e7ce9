import "server-only";

/**
 * Where next-auth leads with an error, as the sign-in page that says it and leads on to where the person wanted to go. Any
 * other address stays as it is.
 *
 * @param wanted address of ours, as kept by next-auth during the sign-in
 */
export function signInPage(address: string, origin: string, wanted: string | undefined): string {
  const url = new URL(address, origin);
  const error = url.searchParams.get("error");
  if (url.origin !== origin || error === null) return address;
  if (url.pathname !== "/api/auth/error" && url.pathname !== "/login") return address;
  const page = new URL("/login", origin);
  page.searchParams.set("error", error);
  const to = wanted === undefined ? undefined : new URL(wanted, origin);
  if (to !== undefined && to.origin === origin && to.pathname !== "/login" && to.pathname !== "/")
    page.searchParams.set("from", to.pathname + to.search);
  return page.href;
}
