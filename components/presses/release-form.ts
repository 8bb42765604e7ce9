import type { DeclaredAction, PipelineStructure } from "@/lib/domain/structure";
import {
  type Release,
  revisionTypesOf,
  type SourceRevisionType,
  whyNotRelease,
  whyNotRevision,
} from "@/lib/domain/why-not-release";

/** What a person fills in to release a change; a field left out has what it was prefilled with. */
export interface ReleaseForm {
  variables: Readonly<Record<string, string>>;
  sources: Readonly<Record<string, { type?: SourceRevisionType; value?: string }>>;
}

const VALUE_MAX = 1000;

/** Source actions that can be told which revision to take. */
export function sourcesOf({ stages, pipelineType }: PipelineStructure): DeclaredAction[] {
  return pipelineType === "V1" ? [] : (stages[0]?.actions ?? []).filter((each) => each.category === "Source");
}

/** What the field of a variable shows. */
export function variableValue(form: ReleaseForm, variable: PipelineStructure["variables"][number]): string {
  return form.variables[variable.name] ?? variable.defaultValue ?? "";
}

/** The kind of revision chosen for a source: the first it takes unless another that it takes is chosen. */
export function sourceType(form: ReleaseForm, action: DeclaredAction): SourceRevisionType {
  const types = revisionTypesOf(action);
  return types.find((type) => type === form.sources[action.name]?.type) ?? types[0] ?? "COMMIT_ID";
}

/** What is wrong with the value of a variable. */
export function variableError(
  form: ReleaseForm,
  variable: PipelineStructure["variables"][number],
): string | undefined {
  const value = variableValue(form, variable);
  if (value.length > VALUE_MAX) return `${VALUE_MAX} characters at most`;
  return undefined;
}

/** What is wrong with the revision of a source; empty is the newest. */
export function sourceError(form: ReleaseForm, action: DeclaredAction): string | undefined {
  const value = form.sources[action.name]?.value?.trim() ?? "";
  return value === "" ? undefined : whyNotRevision(sourceType(form, action), value);
}

/** The form as it is posted: variables that differ from their default, and sources that are given a revision. */
export function releaseOf(form: ReleaseForm, structure: PipelineStructure): Release {
  return {
    variables: structure.variables
      .map((variable) => ({ variable, value: variableValue(form, variable) }))
      .filter(({ variable, value }) => value !== "" && value !== variable.defaultValue)
      .map(({ variable, value }) => ({ name: variable.name, value })),
    sourceRevisions: sourcesOf(structure).flatMap((action) => {
      const revisionValue = form.sources[action.name]?.value?.trim() ?? "";
      if (revisionValue === "") return [];
      return { actionName: action.name, revisionType: sourceType(form, action), revisionValue };
    }),
  };
}

/** Why the form cannot be posted yet. */
export function releaseOff(form: ReleaseForm, structure: PipelineStructure): string | undefined {
  const wrong = structure.variables.find((variable) => variableError(form, variable) !== undefined);
  if (wrong) return `${wrong.name} is too long.`;
  return whyNotRelease(structure, releaseOf(form, structure))?.why;
}
