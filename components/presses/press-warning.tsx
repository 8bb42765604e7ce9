import type { ReactNode } from "react";
import { StatusIcon } from "@/components/ui/status-icon";
import type { Standing } from "@/lib/domain/standing";

/** One thing to know before pressing. */
export function PressWarning({
  standing,
  lead,
  children,
}: {
  standing: Standing;
  lead: string;
  children: ReactNode;
}) {
  return (
    <p className="flex gap-2.5 rounded-control bg-wait-tint px-3 py-2 text-body text-ink">
      <span className="pt-0.5">
        <StatusIcon standing={standing} size={16} decorative />
      </span>
      <span className="min-w-0 break-words">
        <strong className="font-semibold">{lead}</strong> {children}
      </span>
    </p>
  );
}
