import { type RefObject, useEffect, useState } from "react";

/** Whether the content of `frame` is wider than the frame, so that it scrolls sideways. */
export function useOverflow(frame: RefObject<HTMLElement | null>, contentPx: number): boolean {
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (element === null) {
      return;
    }
    const measure = () => setOverflows(element.clientWidth > 0 && contentPx > element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame, contentPx]);
  return overflows;
}
