import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

const KEYS = [
  {
    where: "Everywhere",
    keys: [
      ["Ctrl K", "Go to or do: pipelines, executions, commits, presses; ⌘ K on a Mac"],
      ["?", "This list"],
      ["Esc", "Close what is open, leave what has the focus"],
    ],
  },
  {
    where: "Lists: overview, inbox, history, activity, “Where is it?”",
    keys: [
      ["/", "Go to the filter, where there is one"],
      ["j", "Next row"],
      ["k", "Previous row"],
      ["Enter", "Open it"],
    ],
  },
  {
    where: "Overview",
    keys: [
      ["w", "Why the row that has the focus failed; Tab goes into it"],
      ["↓ ↑", "In the filter: through what is suggested, then to the first row"],
    ],
  },
  { where: "Inbox", keys: [["a", "Decide on the selected item"]] },
  {
    where: "Pipeline and execution",
    keys: [
      ["← ↑ ↓ →", "From action to action, from bar to bar"],
      ["+ −", "In the timeline: nearer, further"],
      ["⇧ ← →", "In the timeline: earlier, later"],
      ["0", "In the timeline: all of it"],
    ],
  },
] as const;

const TOKENS = [
  ["status:failed,approval", "any of these statuses; also running, gate, queued"],
  ["waiting:approval", "what an execution waits for: approval, gate, queue"],
  ["tag:team=payments", "a tag of the pipeline; tag:team alone: any value"],
  ["stage:Prod=failed", "a stage, and how it stands"],
  ["sha:7b09", "a revision on its line, by its beginning"],
  ["target:prod", "part of a target's id"],
  ["mode:queued", "queued, superseded or parallel"],
  ["name:checkout", "part of the name"],
  ["-status:succeeded", "a minus: none of these"],
  ['tag:"team=check out"', "quotes keep blanks, commas and colons"],
  ["7b09f1e", "any other word: name, target, sentence or revision"],
] as const;

/** Which keys there are, and what the filter of the overview understands. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      open
      onClose={onClose}
      title="Keys and filter"
      width="xl"
      readOnly
      footer={
        <Button size="lg" onClick={onClose}>
          Close
        </Button>
      }
    >
      <div className="grid gap-x-10 gap-y-5 sm:grid-cols-2">
        <div>
          {KEYS.map(({ where, keys }) => (
            <section key={where} className="mb-4">
              <h3 className="mb-1.5 font-semibold">{where}</h3>
              <dl className="grid grid-cols-[72px_1fr] items-baseline gap-x-4 gap-y-1.5">
                {keys.map(([key, words]) => (
                  <div key={key} className="contents">
                    <dt>
                      <kbd className="inline-grid h-[18px] min-w-[18px] place-items-center rounded-[4px] border border-line-2 px-1 font-sans text-label whitespace-nowrap text-ink-2">
                        {key}
                      </kbd>
                    </dt>
                    <dd className="text-ink-2">{words}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
        <section>
          <h3 className="mb-1.5 font-semibold">Filter of the overview</h3>
          <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-1.5 max-sm:grid-cols-1 max-sm:gap-y-0.5">
            {TOKENS.map(([token, words]) => (
              <div key={token} className="contents">
                <dt className="font-mono text-secondary text-ink">{token}</dt>
                <dd className="text-ink-2 max-sm:mb-2">{words}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
