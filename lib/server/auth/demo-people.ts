import "server-only";
import type { Person } from "@/lib/domain/person";

/** Id of the sign-in provider that asks for no password. */
export const DEMO_PROVIDER = "demo";

/** The four people anybody may be while the emulator is the back end. */
export const DEMO_PEOPLE: readonly Person[] = [
  { id: "viewer", name: "Vera Novak", role: "viewer" },
  { id: "approver", name: "Arun Mehta", role: "approver" },
  { id: "operator", name: "Olivia Brandt", role: "operator" },
  { id: "admin", name: "Ada Lindqvist", role: "admin" },
];
