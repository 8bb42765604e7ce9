/** Grid of a line: name, axis, took. */
export const TIMELINE_COLUMNS =
  "grid grid-cols-[232px_minmax(0,1fr)_100px] max-md:grid-cols-[180px_minmax(0,1fr)_84px]";
/** The same place for what lies over the axis of all lines. */
export const TIMELINE_AXIS_INSET = "left-[232px] right-[100px] max-md:left-[180px] max-md:right-[84px]";
