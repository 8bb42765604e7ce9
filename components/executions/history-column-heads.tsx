import { HISTORY_COLUMNS } from "./history-columns";

/** What the columns of the history are; phones show cards without them. */
export function HistoryColumnHeads() {
  return (
    <div
      aria-hidden
      className={`grid h-7 items-center border-b px-3 text-label text-ink-2 max-lg:hidden ${HISTORY_COLUMNS}`}
    >
      <span />
      <span>Status</span>
      <span>Execution</span>
      <span>Revision</span>
      <span>Reached</span>
      <span className="max-xl:hidden">Started by</span>
      <span className="text-right">Started, UTC</span>
      <span className="text-right">Took</span>
      <span className="max-xl:hidden">vs. median</span>
      <span />
    </div>
  );
}
