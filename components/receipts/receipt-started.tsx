import Link from "next/link";
import type { ReceiptView } from "./receipt-view";

/** The way to the execution that a press started; nothing where it started none, or where that is not known yet. */
export function ReceiptStarted({ started }: Pick<ReceiptView, "started">) {
  if (started === undefined) return null;
  return (
    <p className="text-body text-ink-2">
      Started{" "}
      <Link
        href={started.href}
        prefetch={false}
        className="text-accent hover:underline max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
      >
        execution <code className="ml-1 font-mono">{started.label}</code>
      </Link>
    </p>
  );
}
