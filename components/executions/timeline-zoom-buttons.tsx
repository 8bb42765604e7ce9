import { Button } from "@/components/ui/button";

export interface TimelineZoomButtonsProps {
  /** Less than the whole is shown. */
  isZoomed: boolean;
  onZoom: (factor: number) => void;
  onWhole: () => void;
}

/** Closer, farther, all of it. Keys do the same: +, − and 0; Shift with an arrow moves. */
export function TimelineZoomButtons({ isZoomed, onZoom, onWhole }: TimelineZoomButtonsProps) {
  return (
    <fieldset className="flex items-center gap-1 max-md:hidden">
      <legend className="sr-only">Zoom of the timeline</legend>
      <Button
        size="sm"
        aria-label="Zoom out"
        title="Zoom out (−)"
        aria-disabled={!isZoomed}
        className={isZoomed ? "!h-5 w-5 !px-0" : "!h-5 w-5 !px-0 !text-ink-3"}
        onClick={() => onZoom(2)}
      >
        −
      </Button>
      <Button
        size="sm"
        aria-label="Zoom in"
        title="Zoom in (+)"
        className="!h-5 w-5 !px-0"
        onClick={() => onZoom(0.5)}
      >
        +
      </Button>
      <Button
        size="sm"
        title="Show the whole (0)"
        aria-disabled={!isZoomed}
        className={isZoomed ? "!h-5 !px-1.5" : "!h-5 !px-1.5 !text-ink-3"}
        onClick={onWhole}
      >
        Whole
      </Button>
    </fieldset>
  );
}
