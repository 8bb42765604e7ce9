import type { Person } from "./person";

/** The four people anybody may be while the emulator is the back end, least powerful first; the group of each is named like a role. */
export const DEMO_PEOPLE: readonly Person[] = [
  { id: "viewer", name: "Vera Novak", groups: ["viewer"] },
  { id: "approver", name: "Arun Mehta", groups: ["approver"] },
  { id: "operator", name: "Olivia Brandt", groups: ["operator"] },
  { id: "admin", name: "Ada Lindqvist", groups: ["admin"] },
];
