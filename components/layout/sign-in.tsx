"use client";

import { type ReactNode, useCallback, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { ProblemError } from "@/lib/queries/fetch-json";
import { readSignInProviders, type SignInProvider, signInAs, signInWith } from "@/lib/queries/sign-in";
import { BrandMark } from "./brand-mark";
import { DemoPeopleList } from "./demo-people-list";
import { signInDestination } from "./sign-in-destination";
import { signInErrorWords } from "./sign-in-error-words";
import { SignInNone } from "./sign-in-none";

export interface SignInProps {
  /** Path the person came from. */
  from?: string;
  /** next-auth's error code. */
  error?: string;
  /** Shown before the ways to sign in. */
  note?: ReactNode;
}

/** The sign-in: demo people when they are offered, the organisation's providers, or how to configure one. */
export function SignIn({ from, error, note }: SignInProps) {
  const destination = signInDestination(from);
  const [providers, setProviders] = useState<SignInProvider[] | null>(null);
  const [problem, setProblem] = useState<string | null>(error === undefined ? null : signInErrorWords(error));
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState<string | null>(null);

  useEffect(() => {
    const abort = new AbortController();
    if (attempt > 0) setProblem(null);
    readSignInProviders(abort.signal).then(setProviders, (failure: unknown) => {
      if (!abort.signal.aborted) setProblem(wordsOf(failure));
    });
    return () => abort.abort();
  }, [attempt]);

  const press = useCallback(async (id: string, go: () => Promise<void>) => {
    setBusy(id);
    setProblem(null);
    try {
      await go();
    } catch (failure) {
      setBusy(null);
      setProblem(wordsOf(failure));
    }
  }, []);

  const others = providers?.filter(({ id }) => id !== "demo") ?? [];
  const demo = providers?.some(({ id }) => id === "demo") ?? false;
  return (
    <main className="mx-auto flex min-h-dvh w-[min(480px,100%)] flex-col px-page pt-[max(24px,16dvh)] pb-10">
      <h1 className="flex items-center gap-3 text-page">
        <BrandMark />
        Pipedeck
      </h1>
      <p className="mt-1 mb-5 text-ink-2">Sign in to see the pipelines of your team.</p>
      {note}
      {problem !== null && (
        <div
          role="alert"
          className="mb-4 rounded-control border border-bad-fill/45 bg-bad-tint px-3 py-2 text-bad"
        >
          {problem}
          {providers === null && (
            <Button size="sm" className="ml-3" onClick={() => setAttempt(attempt + 1)}>
              Try again
            </Button>
          )}
        </div>
      )}
      <div className="flex min-h-[308px] flex-col gap-3">
        {others.map((provider) => (
          <Button
            key={provider.id}
            variant="primary"
            size="lg"
            onClick={() => press(provider.id, () => signInWith(provider.id, destination))}
          >
            Sign in with {provider.name}
          </Button>
        ))}
        {demo && <DemoPeopleList busy={busy} onChoose={(id) => press(id, () => signInAs(id, destination))} />}
        {providers !== null && providers.length === 0 && <SignInNone />}
      </div>
    </main>
  );
}

function wordsOf(failure: unknown): string {
  if (!(failure instanceof ProblemError)) return "The sign-in failed. Try again.";
  const { status, code, title, detail, requestId } = failure.problem;
  if (status === 401) return signInErrorWords("CredentialsSignin");
  return code === "network.lost" ? (detail ?? title) : `${detail ?? title} Request ${requestId}.`;
}
