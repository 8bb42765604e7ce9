import clsx from "clsx";
import type { ReactNode } from "react";
import { Glyph } from "./glyph";

/** A link that leaves Pipedeck, in a tab of its own. `href` is http or https: the server lets nothing else through. */
export function ExternalLink({
  href,
  quiet = false,
  children,
}: {
  href: string /** As ink, where it stands among buttons. */;
  quiet?: boolean;
  children: ReactNode;
}) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      className={clsx(
        "inline-flex max-w-full items-center gap-1.5 font-medium hover:underline",
        quiet ? "text-ink-2 hover:text-ink" : "text-accent",
      )}
    >
      <span className="truncate">{children}</span>
      <Glyph name="external" size={12} />
      <span className="sr-only">, opens in a new tab</span>
    </a>
  );
}
