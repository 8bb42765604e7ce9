import clsx from "clsx";

export interface SegmentedProps<Value extends string> {
  /** What is chosen. */
  label: string;
  options: ReadonlyArray<{ value: Value; label: string }>;
  value: Value;
  onChange: (value: Value) => void;
  /** filter = as high as the filter box. */
  size?: "md" | "filter";
}

/** One of a few, all in sight. */
export function Segmented<Value extends string>({
  label,
  options,
  value,
  onChange,
  size = "md",
}: SegmentedProps<Value>) {
  return (
    <fieldset className="flex w-fit shrink-0 rounded-control border border-line-2 bg-surface">
      <legend className="sr-only">{label}</legend>
      {options.map((option, index) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className={clsx(
            "border-line-2 px-2.5 text-secondary font-medium last:rounded-r-[5px]",
            index === 0 ? "rounded-l-[5px]" : "border-l",
            size === "md" ? "h-[26px]" : "h-[26px] max-sm:h-9",
            option.value === value
              ? "bg-accent-tint text-accent"
              : "text-ink-2 hover:bg-hover hover:text-ink",
          )}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
