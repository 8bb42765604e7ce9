import Link from "next/link";
import type { ReceiptView } from "./receipt-view";

/** The way to the execution that a press started; nothing where it started none, or where that is not known yet. */
export function ReceiptStarted({ started }: Pick<ReceiptView, "started">) {
  if (started === undefined) return null;
  return (
    <p>
      <Link
        href={started.href}
        prefetch={false}
        className="text-body text-accent hover:underline max-sm:inline-block max-sm:py-2.5"
      >
        Started execution <code className="font-mono">{started.label}</code>
      </Link>
    </p>
  );
}
