"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Person } from "@/lib/domain/person";

const Session = createContext<Person | null>(null);

/** Tells every component below who is signed in. */
export function SessionProvider({ person, children }: { person: Person; children: ReactNode }) {
  return <Session value={person}>{children}</Session>;
}

/** The person who is signed in. Throws outside the pages that need one. */
export function usePerson(): Person {
  const person = useContext(Session);
  if (person === null) throw new Error("usePerson needs a SessionProvider above it");
  return person;
}
