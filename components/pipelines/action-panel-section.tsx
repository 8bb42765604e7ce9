import type { ReactNode } from "react";

/** One titled part of the action panel; `aside` stands at the right of its title. */
export function ActionPanelSection({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="flex flex-col gap-1.5 border-t px-4 py-3 max-sm:px-4">
      <h3 className="flex min-h-5 items-center justify-between gap-2 text-secondary font-semibold text-ink-2">
        {title}
        {aside}
      </h3>
      {children}
    </section>
  );
}
