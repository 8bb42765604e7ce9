import type { CallContext } from "../engine/call-context";
import { ServiceError } from "../engine/service-error";
import type { World } from "../engine/world";
import { checkInput } from "../shapes/check-input";

/** One operation, ready to be called with a body that nobody has looked at yet. */
export interface Operation {
  name: string;
  /** Name of the input's structure in the shape table. */
  input: string;
  /** Every error the operation may answer, ValidationException among them. */
  errors: readonly string[];
  call(world: World, ctx: CallContext, body: unknown): unknown;
}

/** What one file of an operation says about it. `Input` is the checked input's type, the twin of the shape `input`. */
export interface OperationDefinition<Input> {
  name: string;
  input: string;
  /** Error names without the ending `Exception`; Validation is always among them. */
  errors: readonly string[];
  /** Answers undefined when the operation has no output. Throws ServiceError with a listed code. */
  run(world: World, ctx: CallContext, input: Input): unknown;
}

/** Turns a definition into an operation that checks its input first and its refusals afterwards. */
export function defineOperation<Input>(definition: OperationDefinition<Input>): Operation {
  // Asking for jobs changes the jobs alone, which no answer about pipelines shows.
  const changes = !/^(Get|List|PollFor)/.test(definition.name);
  const errors = [...new Set(["Validation", ...definition.errors])].map((error) => `${error}Exception`);
  return {
    name: definition.name,
    input: definition.input,
    errors,
    call(world, ctx, body) {
      // The one place where the shape table's word is taken for a type.
      const input = checkInput(definition.input, body) as Input;
      if (changes) world.changes += 1;
      try {
        return definition.run(world, ctx, input);
      } catch (error) {
        if (error instanceof ServiceError && !errors.includes(error.code)) {
          throw new Error(`${definition.name} does not list ${error.code}: ${error.message}`, {
            cause: error,
          });
        }
        throw error;
      }
    },
  };
}
