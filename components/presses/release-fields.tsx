import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import type { Revision } from "@/lib/domain/revision";
import type { PipelineStructure } from "@/lib/domain/structure";
import { revisionTypesOf, type SourceRevisionType, whyNotRevision } from "@/lib/domain/why-not-release";
import {
  type ReleaseForm,
  sourceError,
  sourcesOf,
  sourceType,
  variableError,
  variableValue,
} from "./release-form";

const TYPE_WORDS: Record<SourceRevisionType, string> = {
  COMMIT_ID: "commit id",
  IMAGE_DIGEST: "image digest",
  S3_OBJECT_VERSION_ID: "object version",
  S3_OBJECT_KEY: "object key",
};

export interface ReleaseFieldsProps {
  structure: PipelineStructure;
  form: ReleaseForm;
  /** What the newest execution runs with. */
  last: readonly Revision[];
  onChange: (form: ReleaseForm) => void;
}

/** Variables with their defaults, and a revision for each source that shall not take its newest. */
export function ReleaseFields({ structure, form, last, onChange }: ReleaseFieldsProps) {
  const sources = sourcesOf(structure);
  const setSource = (name: string, patch: ReleaseForm["sources"][string]) =>
    onChange({ ...form, sources: { ...form.sources, [name]: { ...form.sources[name], ...patch } } });
  return (
    <div className="flex flex-col gap-4">
      {structure.variables.length > 0 && (
        <section aria-label="Variables" className="flex flex-col gap-2.5">
          <h3 className="font-semibold text-ink">Variables</h3>
          {structure.variables.map((variable) => (
            <Field
              key={variable.name}
              label={variable.name}
              hint={[
                variable.hasDefault ? undefined : "required, no default",
                variable.hasDefault && variable.defaultValue === undefined
                  ? "has a default, hidden by policy"
                  : undefined,
                variable.defaultValue !== undefined && variableValue(form, variable) === ""
                  ? `empty takes the default, ${variable.defaultValue}`
                  : undefined,
                variable.description,
              ]
                .filter(Boolean)
                .join("; ")}
              value={variableValue(form, variable)}
              onChange={(value) =>
                onChange({ ...form, variables: { ...form.variables, [variable.name]: value } })
              }
              placeholder={variable.defaultValue}
              required={!variable.hasDefault}
              error={variableError(form, variable)}
            />
          ))}
        </section>
      )}
      {sources.length > 0 && (
        <section aria-label="Source revisions" className="flex flex-col gap-2.5">
          <h3 className="font-semibold text-ink">
            Source revisions <span className="font-normal text-ink-3">empty takes the newest</span>
          </h3>
          {sources.map((action) => {
            const types = revisionTypesOf(action);
            const ran = last.find((revision) => revision.action === action.name);
            const ranAs = ran && types.find((type) => whyNotRevision(type, ran.id) === undefined);
            return (
              <div key={action.name} className="flex flex-col gap-1.5">
                <Field
                  label={action.name}
                  hint={`${action.provider}, ${TYPE_WORDS[sourceType(form, action)]}`}
                  value={form.sources[action.name]?.value ?? ""}
                  onChange={(value) => setSource(action.name, { value })}
                  placeholder="newest"
                  error={sourceError(form, action)}
                />
                {ran !== undefined && ranAs !== undefined && form.sources[action.name]?.value !== ran.id && (
                  <button
                    type="button"
                    onClick={() => setSource(action.name, { type: ranAs, value: ran.id })}
                    className="thumb self-start text-secondary text-accent hover:underline"
                  >
                    Take <code className="font-mono">{ran.shortId}</code>, which ran last
                  </button>
                )}
                {types.length > 1 && (
                  <Segmented
                    label={`Kind of revision for ${action.name}`}
                    size="filter"
                    options={types.map((type) => ({ value: type, label: TYPE_WORDS[type] }))}
                    value={sourceType(form, action)}
                    onChange={(type) => setSource(action.name, { type })}
                  />
                )}
              </div>
            );
          })}
        </section>
      )}
    </div>
  );
}
