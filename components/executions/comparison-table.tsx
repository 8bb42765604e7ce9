import clsx from "clsx";
import type { ReactNode } from "react";

/** One thing of two executions, in words. */
export interface ComparedRow {
  name: string;
  left: string;
  right: string;
  same: boolean;
  /** Belongs to the row above. */
  within?: boolean;
  /** Page that shows what lies between the two, http or https. */
  href?: string;
}

export interface ComparisonTableProps {
  label: string;
  heads: readonly [ReactNode, ReactNode];
  rows: readonly ComparedRow[];
}

/** Two executions side by side; what differs is bold, and said to those who do not see it. */
export function ComparisonTable({ label, heads, rows }: ComparisonTableProps) {
  return (
    <table aria-label={label} className="w-full table-fixed text-secondary">
      <thead>
        <tr className="h-7 border-b text-left">
          <th scope="col" className="w-[26%]">
            <span className="sr-only">What</span>
          </th>
          <th scope="col" className="overflow-hidden pr-3 font-medium text-ink-2">
            {heads[0]}
          </th>
          <th scope="col" className="overflow-hidden pr-3 font-medium text-ink-2">
            {heads[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, left, right, same, within, href }) => (
          <tr key={`${within ?? ""}${name}`} className="border-b align-top last:border-b-0">
            <th
              scope="row"
              className={clsx(
                "py-1 pr-3 text-left font-normal break-words",
                within ? "pl-4 text-ink-3" : "text-ink-2",
              )}
            >
              {name}
            </th>
            <td className={clsx("num py-1 pr-3 break-words", same ? "text-ink-3" : "text-ink")}>{left}</td>
            <td className={clsx("num py-1 pr-3 break-words", same ? "text-ink-3" : "font-semibold text-ink")}>
              {right}
              {!same && <span className="sr-only">, differs</span>}
              {href !== undefined && (
                <>
                  {" "}
                  <a
                    href={href}
                    target="_blank"
                    rel="noopener noreferrer"
                    className="font-medium text-accent hover:underline"
                  >
                    what lies between
                  </a>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
