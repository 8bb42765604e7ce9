import { Field } from "@/components/ui/field";

export interface PressReasonProps {
  value: string;
  onChange: (value: string) => void;
  required: boolean;
  max: number;
  /** Who keeps it: `AWS keeps it with the execution`. */
  kept: string;
  /** What else to tell of what was written. */
  note?: (reason: string) => string | undefined;
}

/** Why a person presses, with how much room is left. */
export function PressReason({ value, onChange, required, max, kept, note }: PressReasonProps) {
  const length = value.trim().length;
  const told = note?.(value.trim());
  return (
    <div className="flex flex-col gap-1">
      <Field
        label="Reason"
        hint={`${required ? "required" : "optional"}; ${kept}`}
        value={value}
        onChange={onChange}
        placeholder="Why now"
        lines={2}
        required={required}
        error={length > max ? `${max} characters at most` : undefined}
        aside={
          <span className="num shrink-0 text-secondary text-ink-3">
            {length} / {max}
          </span>
        }
      />
      {told !== undefined && <p className="text-secondary break-words text-ink-3">{told}</p>}
    </div>
  );
}
