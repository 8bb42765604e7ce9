import { ServiceError } from "../service-error";
import type { CustomTypeDefinition } from "./custom-type";

function demand(condition: boolean, message: string): void {
  if (!condition) throw new ServiceError("ValidationException", message);
}

function checkCounts(side: string, { minimumCount, maximumCount }: Record<string, number>): void {
  demand(
    (minimumCount ?? 0) <= (maximumCount ?? 0),
    `The minimum count of ${side} artifacts, ${minimumCount}, is more than the maximum, ${maximumCount}`,
  );
}

function checkProperties({ configurationProperties: properties = [] }: CustomTypeDefinition): void {
  const names = properties.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  demand(twice === undefined, `The configuration property '${twice}' is given more than once`);
  const queryable = properties.filter((property) => property.queryable);
  demand(queryable.length <= 1, "An action type can have one queryable configuration property at most");
  const unfit = queryable.find(({ required, secret }) => !required || secret);
  demand(
    unfit === undefined,
    `The queryable configuration property '${unfit?.name}' must be required and not secret`,
  );
}

/** Templates may name only what every action says in the open. */
function checkTemplates({ settings = {}, configurationProperties = [] }: CustomTypeDefinition): void {
  for (const [setting, template] of Object.entries(settings)) {
    for (const [, name] of template.matchAll(/\{Config:([^}]*)\}/g)) {
      const property = configurationProperties.find((each) => each.name === name);
      demand(
        property?.required === true && !property.secret,
        `The ${setting} refers to '${name}', which is not a required configuration property that is not secret`,
      );
    }
  }
}

/** Throws ValidationException for the definition of a custom action type that contradicts itself. */
export function checkDefinition(definition: CustomTypeDefinition): void {
  checkCounts("input", definition.inputArtifactDetails);
  checkCounts("output", definition.outputArtifactDetails);
  checkProperties(definition);
  checkTemplates(definition);
}
