import { type ActionTypeEntry, actionTypeEntry, actionTypes } from "../../providers/action-type-catalogue";
import type { ActionTypeId } from "../declaration";
import { ServiceError } from "../service-error";
import { checkDefinition } from "./check-definition";
import { type CustomType, type CustomTypeDefinition, entryOf } from "./custom-type";
import { type PartnerTypes, pollingAccounts } from "./partner-types";

/** Quota: action types of an account's own in a region. */
const mostCustomTypes = 50;

/** Who works on the actions of a type through jobs. */
export interface Worker {
  kind: "custom" | "partner";
  /** How long one job may take, where the type says so. */
  jobTimeoutMs?: number;
}

type OwnId = Pick<ActionTypeId, "category" | "provider" | "version">;

function keyOf({ category, provider, version }: OwnId): string {
  return `${category} ${provider} ${version}`;
}

function same(left: CustomTypeDefinition, right: CustomTypeDefinition): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** What AWS and its partners offer where nobody has changed or made anything. */
export const offeredTypes: ReadonlyArray<{ place: number; entry: ActionTypeEntry }> = actionTypes.map(
  (entry, place) => ({ place, entry }),
);

/** The action types that one account has in one region: AWS's, partners' and its own. */
export class ActionTypes {
  readonly #place: { account: string; region: string };
  readonly #partners: PartnerTypes;
  readonly #own = new Map<string, CustomType>();

  constructor(place: { account: string; region: string }, partners: PartnerTypes) {
    this.#place = place;
    this.#partners = partners;
  }

  /** The entry of a type; undefined for one that is deleted or that nobody has made. */
  entry(id: ActionTypeId): ActionTypeEntry | undefined {
    if (id.owner === "Custom") return this.own(id)?.entry;
    return this.#partners.of(id)?.entry ?? actionTypeEntry(id);
  }

  /** The entry of a type, deleted or not: what is secret stays secret. */
  known(id: ActionTypeId): ActionTypeEntry | undefined {
    return this.entry(id) ?? (id.owner === "Custom" ? this.#own.get(keyOf(id))?.entry : undefined);
  }

  /** A type of the account's own that is not deleted. */
  own(id: OwnId): CustomType | undefined {
    const found = this.#own.get(keyOf(id));
    return found?.isDeleted ? undefined : found;
  }

  /** True for a type that was made and deleted: nothing can be done with it any more. */
  isDeleted(id: ActionTypeId): boolean {
    return id.owner === "Custom" && this.#own.get(keyOf(id))?.isDeleted === true;
  }

  /** Who works on actions of the type through jobs; undefined where the emulator's model of the provider does it alone. */
  workerOf(id: ActionTypeId): Worker | undefined {
    if (id.owner === "Custom") return this.own(id) && { kind: "custom" };
    const partner = this.#partners.of(id);
    if (!partner || pollingAccounts(partner).length === 0) return undefined;
    const { jobTimeout } = partner.declaration.executor;
    return { kind: "partner", ...(jobTimeout !== undefined && { jobTimeoutMs: jobTimeout * 1000 }) };
  }

  /** Every type with its place in a list that only grows. */
  all(): Array<{ place: number; entry: ActionTypeEntry }> {
    const offered = offeredTypes.map(({ place, entry }) => ({ place, entry: this.entry(entry.id) ?? entry }));
    const own = [...this.#own.values()]
      .filter(({ isDeleted }) => !isDeleted)
      .map(({ sequence, entry }) => ({ place: actionTypes.length + sequence, entry }));
    return [...offered, ...own];
  }

  /**
   * Makes a type of the account's own, or brings one back that was deleted. Throws ValidationException for a definition
   * that contradicts itself and for a version that was used before, LimitExceededException beyond 50 types.
   */
  create(definition: CustomTypeDefinition, tagsFor: (arn: string) => Map<string, string>): CustomType {
    checkDefinition(definition);
    const { account, region } = this.#place;
    const { category, provider, version } = definition;
    const before = this.#own.get(keyOf(definition));
    if (before && !(before.isDeleted && same(before.definition, definition))) {
      const state = before.isDeleted ? "was deleted; its version cannot be used again" : "already exists";
      const name = `(Category: '${category}', Provider: '${provider}', Version: '${version}')`;
      throw new ServiceError("ValidationException", `The custom action type ${name} ${state}`);
    }
    const count = [...this.#own.values()].filter(({ isDeleted }) => !isDeleted).length;
    if (count >= mostCustomTypes) {
      throw new ServiceError(
        "LimitExceededException",
        `Account '${account}' has ${count} custom action types in Region ${region}, the most it may have`,
      );
    }
    const arn = `arn:aws:codepipeline:${region}:${account}:actiontype:Custom/${category}/${provider}/${version}`;
    const made: CustomType = {
      arn,
      entry: entryOf(definition),
      definition,
      sequence: before?.sequence ?? this.#own.size,
      tags: tagsFor(arn),
      isDeleted: false,
    };
    this.#own.set(keyOf(definition), made);
    return made;
  }

  /** Marks a type as deleted; one that is not there stays so. */
  delete(id: OwnId): void {
    const type = this.own(id);
    if (type) type.isDeleted = true;
  }
}
