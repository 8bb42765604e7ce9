import { Button } from "@/components/ui/button";
import type { AccessAnswer, PressConditions } from "@/lib/contract/access";
import type { ApprovalStanding } from "@/lib/domain/approval-standing";
import type { Person } from "@/lib/domain/person";
import { useNow } from "@/lib/queries/server-now";
import type { ApprovalFacts, movedWorld } from "./approval-facts";
import { heldBackWords, turnWords } from "./approval-standing-words";

export interface ApprovalButtonsProps {
  facts: ApprovalFacts;
  person: Person;
  /** Whether this answer may be given. */
  permission: AccessAnswer;
  comment: string;
  commentMax: number;
  /** What more the pipeline's rules take, and how the approval stands by them as far as it is known. */
  conditions: PressConditions;
  approval?: ApprovalStanding;
  rejecting: boolean;
  moved: ReturnType<typeof movedWorld>;
  onRejecting: (rejecting: boolean) => void;
  onAnswer: (result: "Approved" | "Rejected") => void;
  onReview: (executionId: string) => void;
}

/** Who decides, and the buttons that say what each will do to which revision, or why they are off. */
export function ApprovalButtons(props: ApprovalButtonsProps) {
  const {
    facts,
    person,
    permission,
    comment,
    commentMax,
    conditions,
    approval,
    rejecting,
    moved,
    onRejecting,
    onAnswer,
    onReview,
  } = props;
  const now = useNow();
  const length = comment.trim().length;
  const off = !permission.allowed
    ? permission.why
    : moved !== undefined
      ? moved.text
      : now !== 0 && Date.parse(facts.approval.expiresAt) <= now
        ? "Its time has run out."
        : length > commentMax
          ? `The comment is ${length - commentMax} characters too long.`
          : undefined;
  const needsComment = conditions.reasonRequired !== undefined;
  const approveOff =
    off ??
    heldBackWords(person, conditions, approval) ??
    (needsComment && length === 0 ? "Say why: a comment is required here." : undefined);
  const turn = turnWords(person, conditions, approval);
  const rejectOff =
    off ?? (rejecting && length === 0 ? "Say why: a comment is required to reject." : undefined);
  const why = rejecting ? rejectOff : approveOff;
  return (
    <div className="flex w-full items-center gap-x-4 gap-y-2 max-sm:flex-col-reverse max-sm:items-stretch">
      <p className="min-w-0 flex-1 text-secondary text-ink-3 max-sm:text-center" aria-live="polite">
        {why ?? (
          <>
            You are <strong className="font-semibold text-ink-2">{person.name}</strong>. The receipt keeps
            your name.
            <br className="max-sm:hidden" />{" "}
            {(rejecting ? undefined : turn?.note) ?? "Checked again at the moment you press."}
          </>
        )}
      </p>
      <div className="flex shrink-0 gap-2.5 max-sm:*:min-w-0 max-sm:*:flex-1">
        {rejecting ? (
          <>
            <Button size="lg" onClick={() => onRejecting(false)}>
              Back
            </Button>
            <Button
              size="lg"
              variant="danger-solid"
              disabledReason={rejectOff}
              onClick={() => onAnswer("Rejected")}
            >
              Reject <code className="font-mono">{facts.label}</code>
            </Button>
          </>
        ) : (
          <>
            <Button size="lg" variant="danger" disabledReason={off} onClick={() => onRejecting(true)}>
              Reject…
            </Button>
            {moved?.next === undefined ? (
              <Button
                size="lg"
                variant="primary"
                disabledReason={approveOff}
                className="max-sm:!flex-[1.9]"
                onClick={() => onAnswer("Approved")}
              >
                <span className="truncate max-sm:leading-5 max-sm:text-wrap">
                  Approve <code className="font-mono">{facts.label}</code>
                  {turn === undefined ? (
                    <span className="max-sm:hidden"> for {facts.destination}</span>
                  ) : (
                    ` ${turn.label}`
                  )}
                </span>
              </Button>
            ) : (
              <>
                <Button size="lg" disabledReason={off} className="max-sm:hidden">
                  Approve <code className="font-mono">{facts.label}</code> for {facts.destination}
                </Button>
                <Button
                  size="lg"
                  variant="primary"
                  className="max-sm:!flex-[1.9]"
                  onClick={() => onReview(moved.next?.approval.executionId ?? "")}
                >
                  <span className="truncate max-sm:leading-5 max-sm:text-wrap">
                    {moved.next.approval.executionId === facts.approval.executionId
                      ? "Look at what is there now"
                      : `Show ${moved.next.label}`}
                  </span>
                </Button>
              </>
            )}
          </>
        )}
      </div>
    </div>
  );
}
