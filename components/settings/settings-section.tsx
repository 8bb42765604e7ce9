import { type ReactNode, useId } from "react";

export interface SettingsSectionProps {
  title: string;
  /** A few words beside the title. */
  note?: ReactNode;
  children: ReactNode;
}

/** One card of the settings under its heading. */
export function SettingsSection({ title, note, children }: SettingsSectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3 max-sm:px-4">
        <h2 id={id} className="text-section text-ink">
          {title}
        </h2>
        {note !== undefined && <p className="num text-secondary text-ink-3">{note}</p>}
      </div>
      <div className="rounded-card border bg-surface max-sm:rounded-none max-sm:border-x-0">{children}</div>
    </section>
  );
}
