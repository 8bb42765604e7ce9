/** Grid of a target: name, account, freshness, pipelines, requests, events. Narrower ones are cards. */
export const TARGET_COLUMNS =
  "lg:gap-x-5 lg:grid-cols-[minmax(112px,1fr)_minmax(120px,1fr)_minmax(148px,1.2fr)_64px_minmax(208px,1.5fr)_minmax(168px,1.6fr)]";
