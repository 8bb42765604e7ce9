import { statusWord } from "@/components/ui/status-word";
import type { Station } from "@/lib/domain/pipeline";

/** A small rail as a sentence for those who do not see it. */
export function railWords(stations: readonly Station[]): string {
  return stations.map(stationWords).join("; ");
}

function stationWords({
  stage,
  standing,
  percentComplete,
  revision,
  train,
  waiting,
  gateClosed,
  count,
}: Station) {
  const parts = [
    `${stage} ${count === undefined ? statusWord(standing, { percent: percentComplete }) : `${count} running`}`,
  ];
  if (train !== undefined) parts.push(train.label);
  else if (revision !== undefined) parts.push(revision);
  if (waiting.length > 0) parts.push(`${waiting.map(({ label }) => label).join(" and ")} in front`);
  if (gateClosed) parts.push("transition into it closed");
  return parts.join(", ");
}
