import type { Person } from "./person";

/** The four people anybody may be while the emulator is the back end, least powerful first. */
export const DEMO_PEOPLE: readonly Person[] = [
  { id: "viewer", name: "Vera Novak", role: "viewer" },
  { id: "approver", name: "Arun Mehta", role: "approver" },
  { id: "operator", name: "Olivia Brandt", role: "operator" },
  { id: "admin", name: "Ada Lindqvist", role: "admin" },
];
