import { ServiceError } from "../engine/service-error";

/** The code of the refusal a call meets, undefined when it succeeds; anything but a refusal is thrown on. */
export function errorCode(call: () => unknown): string | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    if (error instanceof ServiceError) return error.code;
    throw error;
  }
}
