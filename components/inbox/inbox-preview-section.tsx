import type { ReactNode } from "react";

export interface InboxPreviewSectionProps {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}

/** One titled part of the preview. */
export function InboxPreviewSection({ title, aside, children }: InboxPreviewSectionProps) {
  return (
    <section className="flex flex-col gap-1.5 border-t px-4 py-3">
      <h3 className="flex min-h-5 items-center justify-between gap-2 text-secondary font-semibold text-ink-2">
        {title}
        {aside}
      </h3>
      {children}
    </section>
  );
}
