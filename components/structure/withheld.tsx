import { Glyph } from "@/components/ui/glyph";

/** Stands where a value is that stays on the server. */
export function Withheld() {
  return (
    <span className="inline-flex items-center gap-1.5 text-ink-3">
      <Glyph name="lock" size={12} /> withheld
    </span>
  );
}
