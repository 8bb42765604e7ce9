export interface SignedOutProps {
  /** The organisation's provider and its own sign-out; null where it has none. */
  provider: { name: string; url: string } | null;
}

/** Says that the session here is over, and that the one at the provider may not be. */
export function SignedOut({ provider }: SignedOutProps) {
  return (
    <p role="status" className="mb-4 rounded-control border bg-surface px-3 py-2 text-ink-2">
      You are signed out of Pipedeck.
      {provider !== null && (
        <>
          {" "}
          You may still be signed in at {provider.name}.{" "}
          <a href={provider.url} className="font-medium text-accent underline">
            Sign out there too
          </a>
        </>
      )}
    </p>
  );
}
