/** One measured number; `limit` is null where it only informs. A ratio has the unit `×`. */
export type Figure = {
  name: string;
  value: number;
  limit: number | null;
  ok: boolean;
  unit: string;
  notes: string;
};

/** What a figure is besides its number. */
export type Naming = { name: string; unit: string; notes: string };

/** A figure that must not be above `limit`. */
export function atMost(limit: number, value: number, naming: Naming): Figure {
  return figure(value, limit, value <= limit, naming);
}

/** A figure that must not be below `limit`. */
export function atLeast(limit: number, value: number, naming: Naming): Figure {
  return figure(value, limit, value >= limit, naming);
}

/** A figure without a limit: what the others are made of, or how much the machine wavers. */
export function informs(value: number, naming: Naming): Figure {
  return figure(value, null, Number.isFinite(value), naming);
}

function figure(value: number, limit: number | null, ok: boolean, { name, unit, notes }: Naming): Figure {
  if (!Number.isFinite(value)) return { name, value: -1, limit, ok: false, unit, notes: "was not measured" };
  return { name, value: Math.round(value * 1000) / 1000, limit, ok, unit, notes };
}
