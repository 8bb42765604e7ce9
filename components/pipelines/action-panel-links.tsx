import { ExternalLink } from "@/components/ui/external-link";
import { logConsoleUrl } from "@/lib/domain/console-url";
import type { ActionState } from "@/lib/domain/pipeline-state";

/** Where to read on outside Pipedeck: the run, its log, what the action acts on, the revision. */
export function ActionPanelLinks({ action }: { action: ActionState }) {
  const log = action.logStreamArn === undefined ? undefined : logConsoleUrl(action.logStreamArn);
  const links = [
    { href: action.externalExecutionUrl, words: `Open in ${action.provider || "the provider"}` },
    { href: log, words: "Log" },
    {
      href: action.entityUrl === action.externalExecutionUrl ? undefined : action.entityUrl,
      words: "Resource",
    },
    { href: action.revisionUrl ?? action.revision?.url, words: "Revision" },
  ];
  if (links.every(({ href }) => href === undefined)) {
    return null;
  }
  return (
    <p className="-mt-1.5 flex flex-wrap gap-x-4 px-4 pb-3 max-sm:gap-y-3">
      {links.map(
        ({ href, words }) =>
          href !== undefined && (
            <ExternalLink key={words} href={href}>
              {words}
            </ExternalLink>
          ),
      )}
    </p>
  );
}
