import clsx from "clsx";
import { type ButtonHTMLAttributes, type MouseEvent, useId } from "react";
import { Glyph } from "./glyph";

const VARIANTS = {
  primary: "border-accent bg-accent text-on-accent hover:brightness-110 active:brightness-95",
  normal: "border-line-2 bg-surface text-ink hover:bg-hover active:bg-sunken",
  danger: "border-bad-fill/70 bg-surface text-bad hover:bg-bad-tint active:bg-bad-tint",
  "danger-solid": "border-bad-fill bg-bad-fill text-on-fill hover:brightness-110 active:brightness-95",
  quiet: "border-transparent bg-transparent text-ink-2 hover:bg-hover hover:text-ink active:bg-sunken",
} as const;

const SIZES = {
  sm: "h-6 px-2 text-secondary max-sm:h-9 max-sm:px-3",
  md: "h-7 px-2.5 text-body",
  lg: "h-9 px-4 text-body max-sm:h-12 max-sm:text-section",
} as const;

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled"> {
  variant?: keyof typeof VARIANTS;
  size?: keyof typeof SIZES;
  /** Why it cannot be pressed now. The button stays reachable by keyboard and says so. */
  disabledReason?: string;
}

/** A button whose words say what it will do. Off, it keeps its place and tells why; write the reason beside it too. */
export function Button({
  variant = "normal",
  size = "md",
  disabledReason,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const off = disabledReason !== undefined;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (off) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      onClick={press}
      aria-disabled={off || undefined}
      aria-describedby={off ? reasonId : rest["aria-describedby"]}
      title={off ? disabledReason : rest.title}
      className={clsx(
        "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control border font-medium whitespace-nowrap transition-[background-color,filter] duration-press ease-out",
        SIZES[size],
        off ? "cursor-not-allowed border-dashed border-line-2 bg-sunken text-ink-3" : VARIANTS[variant],
        className,
      )}
    >
      {off && <Glyph name="lock" size={12} />}
      {children}
      {off && (
        <span id={reasonId} className="sr-only">
          {disabledReason}
        </span>
      )}
    </button>
  );
}
