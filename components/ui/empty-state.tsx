import type { ReactNode } from "react";

export interface EmptyStateProps {
  /** An icon of 18 px. */
  icon?: ReactNode;
  title: ReactNode;
  /** `h1` where nothing else heads the page. */
  heading?: "h1" | "h2";
  children?: ReactNode;
  /** Exact words for whoever reads the log or the configuration. */
  code?: ReactNode;
  actions?: ReactNode;
}

/** What stands in a place where there is nothing, or nothing certain, to show. */
export function EmptyState({
  icon,
  title,
  heading: Heading = "h2",
  children,
  code,
  actions,
}: EmptyStateProps) {
  return (
    <section className="mx-auto my-8 flex w-[min(440px,calc(100%-40px))] flex-col gap-2 rounded-card border bg-surface p-6">
      <Heading className="flex items-center gap-2.5 text-section">
        {icon}
        <span className="min-w-0 break-words">{title}</span>
      </Heading>
      {children !== undefined && <div className="flex flex-col gap-2 text-ink-2">{children}</div>}
      {code !== undefined && (
        <pre className="mt-1 rounded-control border bg-sunken px-3 py-2 font-mono text-secondary break-words whitespace-pre-wrap text-ink-2">
          {code}
        </pre>
      )}
      {actions !== undefined && <div className="mt-3 flex flex-wrap items-center gap-2">{actions}</div>}
    </section>
  );
}
