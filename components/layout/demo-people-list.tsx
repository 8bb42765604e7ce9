import clsx from "clsx";
import { Glyph } from "@/components/ui/glyph";
import { DEMO_PEOPLE } from "@/lib/domain/demo-people";
import { isRole, type Role } from "@/lib/domain/role";

/** What each may do, for somebody who chooses whom to be. */
const MAY: Readonly<Record<Role, string>> = {
  viewer: "Reads everything, presses nothing.",
  approver: "Reads, approves and rejects.",
  operator: "Approves, stops, and every other press.",
  admin: "May do everything.",
};

/** The four demo people, each a button that signs in as that person. */
export function DemoPeopleList({ busy, onChoose }: { busy: string | null; onChoose: (id: string) => void }) {
  return (
    <>
      <ul className="flex flex-col gap-2">
        {DEMO_PEOPLE.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              aria-disabled={busy !== null || undefined}
              onClick={() => {
                if (busy === null) onChoose(person.id);
              }}
              className={clsx(
                "flex w-full items-center gap-3 rounded-card border bg-surface px-4 py-3 text-left hover:border-line-3 hover:bg-hover",
                busy === person.id && "border-accent",
                busy !== null && busy !== person.id && "text-ink-3",
              )}
            >
              <span
                aria-hidden
                className="grid size-8 shrink-0 place-items-center rounded-full border border-line-2 bg-sunken text-label font-semibold text-ink-2"
              >
                {person.name.replace(/[^A-Z]/g, "")}
              </span>
              <span className="min-w-0 flex-1">
                <span className="font-semibold">{person.name}</span>{" "}
                <span className="text-secondary text-ink-3">{person.groups.join(", ")}</span>
                <span className="block text-secondary text-ink-2">
                  {busy === person.id ? "Signing in" : isRole(person.id) && MAY[person.id]}
                </span>
              </span>
              <Glyph name="right" size={12} className="text-ink-3" />
            </button>
          </li>
        ))}
      </ul>
      <p className="text-secondary text-ink-3">
        Demo people need no password. They are offered because the emulator is the back end.
      </p>
    </>
  );
}
