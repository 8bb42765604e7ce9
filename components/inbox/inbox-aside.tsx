import { type ReactNode, useEffect, useRef } from "react";
import { Glyph } from "@/components/ui/glyph";

export interface InboxAsideProps {
  /** It stands in place of the list, and leads back to it. */
  narrow: boolean;
  onBack: () => void;
  children: ReactNode;
}

/** The place of the preview: beside the list, or a page of its own where there is no room beside it. */
export function InboxAside({ narrow, onBack, children }: InboxAsideProps) {
  const aside = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!narrow) return;
    window.scrollTo({ top: 0 });
    aside.current?.focus();
  }, [narrow]);
  return (
    <aside
      ref={aside}
      id="inbox-aside"
      aria-label="Selected"
      tabIndex={-1}
      className={
        narrow
          ? "flex min-h-[calc(100dvh-52px-var(--tabs))] w-full min-w-0 flex-col bg-surface outline-none"
          : "sticky top-bar flex h-[calc(100dvh-48px)] w-[356px] shrink-0 flex-col overflow-y-auto border-l bg-surface outline-none"
      }
    >
      {narrow && <h1 className="sr-only">Inbox, one item</h1>}
      {narrow && (
        <button
          type="button"
          onClick={onBack}
          className="flex h-11 items-center gap-1.5 border-b px-4 font-medium text-accent"
        >
          <Glyph name="back" />
          Inbox
        </button>
      )}
      {children}
    </aside>
  );
}
