import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import type { SessionRow } from "@/lib/contract/session";
import { exactInstant } from "@/lib/domain/instant-words";

export interface SessionItemProps {
  session: SessionRow;
  /** Whether the list has those of several people. */
  everybody: boolean;
  ending: boolean;
  onEnd: () => void;
}

/** One session: whose and on what, since when, when somebody was last at it, and its end. */
export function SessionItem({ session, everybody, ending, onEnd }: SessionItemProps) {
  const { person, device, current, signedInAt, lastSeenAt } = session;
  return (
    <li className="flex min-h-8 items-center gap-3 border-b px-3 py-2 last:border-b-0 max-sm:flex-wrap max-sm:px-4">
      <span className="min-w-0 flex-1 break-words text-ink">
        {everybody && <span className="font-medium">{person.name}, </span>}
        {device} {current && <Tag>this one</Tag>}
        <span className="num block text-secondary text-ink-3">
          Signed in {exactInstant(signedInAt)}; last seen {exactInstant(lastSeenAt)}
        </span>
      </span>
      {!current && (
        <Button
          size="sm"
          aria-label={`End the session of ${person.name}, ${device}`}
          disabledReason={ending ? "A session is being ended." : undefined}
          onClick={onEnd}
        >
          End
        </Button>
      )}
    </li>
  );
}
