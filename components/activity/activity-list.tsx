import { Fragment } from "react";
import type { Receipt } from "@/lib/domain/receipt";
import { ACTIVITY_COLUMNS } from "./activity-columns";
import { ActivityDetail } from "./activity-detail";
import { ActivityRow } from "./activity-row";

const HEADS = [
  "When (UTC)",
  "Who",
  "Pressed",
  "On",
  "Execution",
  "Why",
  "Receipt",
  "What came of it",
  "AWS request",
];

export interface ActivityListProps {
  receipts: readonly Receipt[];
  today: string;
  /** The receipt that is open; it may be one that the filter leaves out. */
  open?: Receipt;
  onOpen: (id: string | undefined) => void;
}

/** Presses, newest first; the one that is open shows all that is known of it. */
export function ActivityList({ receipts, today, open, onOpen }: ActivityListProps) {
  const listed = open === undefined || receipts.some(({ id }) => id === open.id);
  const shown = listed || open === undefined ? receipts : [open, ...receipts];
  return (
    <>
      <div
        aria-hidden
        className={`grid h-7 items-center gap-x-3 border-b px-3 text-label text-ink-3 max-lg:hidden ${ACTIVITY_COLUMNS}`}
      >
        {HEADS.map((head) => (
          <span key={head}>{head}</span>
        ))}
      </div>
      <ul aria-label="Presses" className="flex flex-col">
        {shown.map((receipt) => {
          const isOpen = receipt.id === open?.id;
          return (
            <Fragment key={receipt.id}>
              <li>
                <ActivityRow
                  receipt={receipt}
                  today={today}
                  open={isOpen}
                  onToggle={() => onOpen(isOpen ? undefined : receipt.id)}
                />
                {isOpen && <ActivityDetail receipt={open} />}
              </li>
            </Fragment>
          );
        })}
      </ul>
    </>
  );
}
