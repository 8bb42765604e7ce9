const WORDS: Record<string, string> = {
  AccessDenied: "You may not sign in here. Ask whoever runs this Pipedeck.",
  CallbackRouteError: "The sign-in did not finish. Try again.",
  Callback: "The sign-in did not finish. Try again.",
  Configuration: "The sign-in is not configured correctly. The server's log says how.",
  CredentialsSignin:
    "This person cannot sign in now. The demo sign-in works only while the emulator answers.",
  OAuthCallback: "The organisation's sign-in did not answer as expected. Try again.",
  OAuthSignin: "The organisation's sign-in could not be reached. Try again.",
  ProviderDenied: "The organisation's sign-in said no, or you did. Nobody was signed in.",
  SessionIdle:
    "You were signed out because nothing was done here for 30 minutes. Sign in to go on where you were.",
  SessionOver: "You were signed out 12 hours after signing in. Sign in to go on where you were.",
  SessionRequired: "Sign in to see this page.",
  Verification: "This sign-in link has been used or is too old.",
};

/** One of next-auth's error codes in words. */
export function signInErrorWords(code: string): string {
  return WORDS[code] ?? `The sign-in failed (${code.slice(0, 60)}). Try again.`;
}
