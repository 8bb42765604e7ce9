import Link from "next/link";
import { shortExecution } from "@/lib/domain/short-id";

/** The short id of an execution, whose link covers all of its row. */
export function HistoryLink({ id, href }: { id: string; href: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      data-row={id}
      title={id}
      className="font-mono text-secondary font-medium text-accent outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
    >
      {shortExecution(id)}
    </Link>
  );
}
