import clsx from "clsx";
import type { Train as TrainOnTheLine } from "@/lib/domain/pipeline";

const SHAPE = "[clip-path:polygon(0_0,calc(100%_-_6px)_0,100%_50%,calc(100%_-_6px)_100%,0_100%)]";

const KINDS: Record<TrainOnTheLine["kind"], { colours: string; words: string }> = {
  run: { colours: "bg-run-fill text-on-fill", words: "working" },
  person: {
    colours: "bg-wait-edge text-on-wait before:bg-wait-fill",
    words: "waits for a person",
  },
  track: { colours: "bg-ink-2 text-on-fill", words: "waits for track" },
};

export interface TrainProps {
  label: string;
  kind: TrainOnTheLine["kind"];
  /** How many more stand behind it. */
  more?: number;
  drained?: boolean;
  title?: string;
}

/** An execution on its way: a solid box whose nose points downstream. */
export function Train({ label, kind, more = 0, drained = false, title }: TrainProps) {
  const { colours, words } = KINDS[kind];
  return (
    <span
      title={title ?? `${label}${more > 0 ? ` and ${more} more` : ""}: ${words}`}
      className={clsx(
        "relative isolate inline-flex h-4 shrink-0 items-center rounded-l-ticket pr-[9px] pl-[5px] font-mono text-label/4 font-semibold whitespace-nowrap",
        SHAPE,
        drained ? "bg-idle text-on-fill" : colours,
        kind === "person" &&
          !drained &&
          "before:absolute before:inset-px before:-z-10 before:rounded-l-[2px] before:content-[''] before:[clip-path:polygon(0_0,calc(100%_-_6px)_0,100%_50%,calc(100%_-_6px)_100%,0_100%)]",
      )}
    >
      {more > 0 ? `${label} +${more}` : label}
    </span>
  );
}
