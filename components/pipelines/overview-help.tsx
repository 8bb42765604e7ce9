import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

const KEYS = [
  ["/", "Go to the filter"],
  ["j", "Next pipeline"],
  ["k", "Previous pipeline"],
  ["Enter", "Open it"],
  ["w", "Why it failed"],
  ["Esc", "Leave what has the focus"],
  ["?", "This list"],
] as const;

const TOKENS = [
  ["status:failed,approval", "any of these statuses; also running, gate, queued"],
  ["target:prod", "part of a target's id"],
  ["mode:queued", "queued, superseded or parallel"],
  ["name:checkout", "part of the name"],
  ["-status:succeeded", "a minus: none of these"],
  ["7b09f1e", "any other word: name, target, sentence or revision"],
] as const;

/** Which keys there are, and what the filter understands. */
export function OverviewHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      open
      onClose={onClose}
      title="Keys and filter"
      footer={
        <Button size="lg" onClick={onClose}>
          Close
        </Button>
      }
    >
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1.5">
        {KEYS.map(([key, words]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="inline-grid h-[18px] min-w-[18px] place-items-center rounded-[4px] border border-line-2 px-1 font-sans text-label text-ink-2">
                {key}
              </kbd>
            </dt>
            <dd className="text-ink-2">{words}</dd>
          </div>
        ))}
      </dl>
      <h3 className="mt-5 mb-1.5 font-semibold">Filter</h3>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1.5 max-sm:grid-cols-1 max-sm:gap-y-0.5">
        {TOKENS.map(([token, words]) => (
          <div key={token} className="contents">
            <dt className="font-mono text-secondary text-ink">{token}</dt>
            <dd className="text-ink-2 max-sm:mb-2">{words}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
