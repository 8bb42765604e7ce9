/**
 * Grid of a row: choice, status, execution, revision and message, reached, started by, started, took, compared with the
 * median, menu. Narrower ones are cards.
 */
export const HISTORY_COLUMNS =
  "gap-x-3.5 grid-cols-[20px_108px_72px_minmax(0,1fr)_208px_140px_108px_76px_76px_28px] max-xl:grid-cols-[20px_108px_72px_minmax(0,1fr)_208px_104px_76px_28px]";
