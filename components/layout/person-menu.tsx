"use client";

import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { groupsWords } from "./groups-words";
import { usePerson } from "./session-provider";
import { ThemeSwitch } from "./theme-switch";

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.charAt(0) ?? "?";
  return (words.length > 1 ? first + (words[words.length - 1]?.charAt(0) ?? "") : first).toUpperCase();
}

async function signOut(): Promise<void> {
  const signIn = await import("@/lib/queries/sign-in");
  await signIn.signOut();
}

/** Who is signed in and as what; theme; the way out. */
export function PersonMenu() {
  const person = usePerson();
  const [failed, setFailed] = useState(false);
  return (
    <Popover
      label={`${initials(person.name)}, ${person.name}, ${groupsWords(person.groups)}`}
      triggerClassName="thumb grid size-7 place-items-center rounded-full border border-line-2 bg-sunken text-label font-semibold text-ink-2 hover:bg-hover hover:text-ink"
      trigger={initials(person.name)}
    >
      <p className="text-section">{person.name}</p>
      <p className="mb-3 text-secondary text-ink-3">
        {groupsWords(person.groups)}.{" "}
        <Link href="/settings" prefetch={false} className="text-accent hover:underline">
          What may I do?
        </Link>
      </p>
      <p className="mb-1 text-secondary text-ink-3">Theme</p>
      <ThemeSwitch />
      <div className="mt-3 border-t pt-3">
        <Button className="w-full" onClick={() => void signOut().catch(() => setFailed(true))}>
          Sign out
        </Button>
        {failed && (
          <p role="alert" className="mt-2 text-secondary text-bad">
            The server did not answer; you are still signed in.
          </p>
        )}
      </div>
    </Popover>
  );
}
