import { ServiceError } from "../service-error";

/** What a structure check refuses as. */
export type StructureError =
  | "InvalidStructure"
  | "InvalidStageDeclaration"
  | "InvalidBlockerDeclaration"
  | "InvalidActionDeclaration"
  | "LimitExceeded";

/** Throws the refusal when the condition does not hold. */
export function demand(condition: boolean, error: StructureError, message: string): asserts condition {
  if (!condition) throw new ServiceError(`${error}Exception`, message);
}

/** The entries that occur more than once, each named once. */
export function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
