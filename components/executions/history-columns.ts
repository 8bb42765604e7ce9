/** Grid of a row: status, execution, revision and message, reached, started by, started, took, menu. Narrower ones are cards. */
export const HISTORY_COLUMNS =
  "gap-x-4 grid-cols-[108px_72px_minmax(0,1fr)_208px_148px_112px_84px_28px] max-xl:grid-cols-[108px_72px_minmax(0,1fr)_208px_104px_80px_28px]";
