import clsx from "clsx";
import Link from "next/link";

export interface TabsProps {
  /** What the tabs are of. */
  label: string;
  items: Array<{ href: string; label: string; count?: number; current: boolean }>;
}

/** Pages of one thing, as links. */
export function Tabs({ label, items }: TabsProps) {
  return (
    <nav aria-label={label} className="flex gap-4 border-b px-page">
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          prefetch={false}
          aria-current={item.current ? "page" : undefined}
          className={clsx(
            "-mb-px flex h-9 items-center gap-1.5 border-b-2 px-1 font-medium max-sm:h-11",
            item.current ? "border-accent text-ink" : "border-transparent text-ink-2 hover:text-ink",
          )}
        >
          {item.label}
          {item.count !== undefined && (
            <span className="num rounded-full bg-idle-tint px-1.5 text-label text-ink-2">{item.count}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
