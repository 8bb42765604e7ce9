import { Button } from "@/components/ui/button";
import { Glyph } from "@/components/ui/glyph";

/** Versions in the list at most; older ones are a step away, or in the address. */
const LISTED = 200;

export interface VersionSelectProps {
  label: string;
  value?: number;
  newest: number;
  onChange: (version: number) => void;
}

/** One of the versions that AWS has, newest first, with a step to the one before and after. */
export function VersionSelect({ label, value, newest, onChange }: VersionSelectProps) {
  const listed = Array.from({ length: Math.min(newest, LISTED) }, (_, index) => newest - index);
  const others = value === undefined || listed.includes(value) ? [] : [value];
  const older = value === undefined || value <= 1 ? undefined : value - 1;
  const later = value === undefined || value >= newest ? undefined : value + 1;
  return (
    <span className="flex items-center gap-1">
      <label className="flex items-center gap-2 text-secondary text-ink-2">
        {label}
        <select
          value={value ?? ""}
          onChange={(event) => onChange(Number(event.target.value))}
          className="num h-7 rounded-control border border-line-3 bg-surface px-2 text-body text-ink max-sm:h-11 max-sm:text-base"
        >
          {value === undefined && <option value="">none</option>}
          {[...listed, ...others].map((version) => (
            <option key={version} value={version}>
              {version === newest ? `${version}, newest` : version}
            </option>
          ))}
        </select>
      </label>
      <Step
        label={`${label}: the one before`}
        glyph="back"
        to={older}
        onStep={onChange}
        off="It is the first."
      />
      <Step
        label={`${label}: the one after`}
        glyph="right"
        to={later}
        onStep={onChange}
        off="It is the newest."
      />
    </span>
  );
}

function Step({
  label,
  glyph,
  to,
  onStep,
  off,
}: {
  label: string;
  glyph: "back" | "right";
  to?: number;
  onStep: (version: number) => void;
  off: string;
}) {
  return (
    <Button
      variant="quiet"
      aria-label={label}
      className="w-7 !px-0 max-sm:h-11 max-sm:w-11"
      aria-disabled={to === undefined}
      title={to === undefined ? off : `Version ${to}`}
      onClick={() => to !== undefined && onStep(to)}
    >
      <Glyph name={glyph} className={to === undefined ? "opacity-40" : undefined} />
    </Button>
  );
}
