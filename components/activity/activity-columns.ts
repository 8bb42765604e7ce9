/** Columns of the activity list from 1024 px: when, who, pressed, on, execution, why, steps, outcome, AWS request. */
export const ACTIVITY_COLUMNS =
  "lg:grid-cols-[104px_112px_104px_minmax(120px,1fr)_72px_minmax(100px,1.4fr)_58px_252px_84px]";
