import { type ActionPlace, artifactLinks, linksOf } from "@/lib/domain/artifact-links";
import type { ActionPanelDetailsProps } from "./action-panel-details";
import { ActionPanelSection } from "./action-panel-section";

/** What an action takes and puts out, each as a way to the action at the other end. */
export function ActionPanelArtifacts({ stages, stage, action, onSelect }: ActionPanelDetailsProps) {
  if (action.inputArtifacts.length + action.outputArtifacts.length === 0) return null;
  const { into, outOf } = linksOf(artifactLinks(stages), { stage: stage.name, action: action.name });
  const artifacts = [
    ...action.inputArtifacts.map((name) => ({
      name,
      way: "in",
      word: "from",
      ends: into.filter(({ artifact }) => artifact === name).map(({ from }) => from),
    })),
    ...action.outputArtifacts.map((name) => ({
      name,
      way: "out",
      word: "to",
      ends: outOf.filter(({ artifact }) => artifact === name).map(({ to }) => to),
    })),
  ];
  return (
    <ActionPanelSection title="Artifacts">
      <ul className="flex flex-col gap-1">
        {artifacts.map(({ way, name, word, ends }) => (
          <li key={`${way} ${name}`} className="grid grid-cols-[40px_minmax(0,1fr)] text-body">
            <span className="text-ink-3">{way}</span>
            <span className="break-words text-ink">
              {name}
              {ends.length > 0 && <span className="text-ink-3"> {word} </span>}
              {ends.map((end, index) => (
                <span key={`${end.stage}/${end.action}`}>
                  {index > 0 && ", "}
                  <End end={end} onSelect={onSelect} />
                </span>
              ))}
              {way === "out" && ends.length === 0 && <span className="text-ink-3">, taken by no action</span>}
            </span>
          </li>
        ))}
      </ul>
    </ActionPanelSection>
  );
}

function End({ end, onSelect }: { end: ActionPlace; onSelect: ActionPanelDetailsProps["onSelect"] }) {
  return (
    <button
      type="button"
      onClick={() => onSelect(end.stage, end.action)}
      className="max-w-full text-left break-words text-accent hover:underline"
    >
      {end.stage}.{end.action}
    </button>
  );
}
