import { type ReactNode, useEffect, useRef } from "react";

/** A panel beside the page that is about what is selected there; on phones it fills the screen. */
export function SidePanel({
  titleId,
  covers,
  children,
}: {
  /** Id of the heading that names it. */
  titleId: string;
  /** Fills the screen, as on phones: it takes the focus and gives it back. */
  covers: boolean;
  children: ReactNode;
}) {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!covers) return;
    const from = document.activeElement;
    panel.current?.focus();
    return () => {
      if (from instanceof HTMLElement) from.focus();
    };
  }, [covers]);
  return (
    <aside
      ref={panel}
      aria-labelledby={titleId}
      tabIndex={-1}
      className="fixed inset-y-0 right-0 z-30 w-panel max-w-full animate-appear overflow-y-auto border-l bg-surface pb-6 outline-none max-xl:shadow-float max-sm:inset-0 max-sm:w-full max-sm:border-l-0 sm:top-bar xl:sticky xl:top-bar xl:h-[calc(100dvh-48px)] xl:shrink-0"
    >
      {children}
    </aside>
  );
}
