import clsx from "clsx";
import { type ReactNode, useId } from "react";

export interface FieldProps {
  label: string;
  /** Beside the label: `required, up to 200 characters`. */
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  /** What is wrong with it, in words. */
  error?: string;
  placeholder?: string;
  maxLength?: number;
  /** At the right of the label, for example a count. */
  aside?: ReactNode;
  /** More than one line. */
  lines?: number;
  required?: boolean;
  /** The dialog it is in puts the cursor here first. */
  first?: boolean;
}

/** A text field with its label, hint and what is wrong with it. */
export function Field({ label, hint, value, onChange, error, lines = 1, first, aside, ...rest }: FieldProps) {
  const id = useId();
  const shared = {
    id,
    value,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
    "aria-invalid": error !== undefined || undefined,
    "aria-describedby": error !== undefined ? `${id}-error` : undefined,
    className: clsx(
      "block w-full rounded-control border bg-surface px-3 text-body text-ink max-sm:text-base",
      lines === 1 ? "h-8 max-sm:h-11" : "py-1.5",
      error === undefined ? "border-line-3" : "border-bad-fill",
    ),
    ...rest,
    "data-first": first || undefined,
  };
  return (
    <div className="flex flex-col gap-1">
      <span className="flex items-baseline justify-between gap-3 text-secondary">
        <label htmlFor={id} className="font-medium text-ink-2">
          {label}
          {hint !== undefined && <span className="ml-2 font-normal text-ink-3">{hint}</span>}
        </label>
        {aside}
      </span>
      {lines === 1 ? <input type="text" {...shared} /> : <textarea rows={lines} {...shared} />}
      {error !== undefined && (
        <p id={`${id}-error`} className="text-secondary text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
