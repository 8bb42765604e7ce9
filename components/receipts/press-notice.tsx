import { Glyph } from "@/components/ui/glyph";
import type { PressStanding } from "@/lib/queries/press";

/** Why a press came to nothing before it was recorded; the buttons beside it stay. */
export function PressNotice({ standing }: { standing: PressStanding }) {
  if (standing.kind === "store-away") {
    return (
      <p role="alert" className="flex gap-2 rounded-control bg-wait-tint px-3 py-2 text-body text-ink">
        <Glyph name="alert" className="mt-[3px]" />
        <span className="min-w-0">
          <strong className="font-semibold">Nothing can be pressed now.</strong> Receipts cannot be written,
          and nothing is sent to AWS without one. This goes by itself once they can.
        </span>
      </p>
    );
  }
  if (standing.kind !== "problem" && standing.kind !== "not-arrived") {
    return null;
  }
  const problem = standing.kind === "problem" ? standing.problem : undefined;
  const fields = problem?.errors?.map(({ field, message }) => `${field} ${message}`).join(". ");
  return (
    <p role="alert" className="flex gap-2 rounded-control bg-bad-tint px-3 py-2 text-body text-bad">
      <Glyph name="alert" className="mt-[3px]" />
      <span className="min-w-0 break-words">
        <strong className="font-semibold">
          {problem === undefined ? "It did not arrive." : `${problem.title}.`}
        </strong>{" "}
        {problem === undefined
          ? "There is no receipt of it, so nothing was sent to AWS. Pressing again is the same press."
          : [problem.detail, fields, `Nothing was sent to AWS. Request ${problem.requestId}.`]
              .filter(Boolean)
              .join(" ")}
      </span>
    </p>
  );
}
