import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

export interface ReceiptFooterProps {
  /** Key of the press; shown short. */
  id: string;
  onClose: () => void;
  /** One further button, as primary. */
  children?: ReactNode;
}

/** Where the buttons stood: the receipt's number and the way out. */
export function ReceiptFooter({ id, onClose, children }: ReceiptFooterProps) {
  return (
    <div className="flex w-full items-center gap-2.5">
      <span className="mr-auto text-secondary text-ink-3" title={id}>
        Receipt <span className="font-mono text-label">{id.slice(0, 8)}</span>
      </span>
      <Button size="lg" onClick={onClose}>
        Close
      </Button>
      {children}
    </div>
  );
}
