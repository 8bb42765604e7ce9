import type { Check, Finding, SourceFile } from "./check";
import { clockPorts } from "./clock-ports";
import { componentNames } from "./component-names";
import { documentReferences } from "./document-references";
import { fileNames } from "./file-names";
import { fileSizes } from "./file-sizes";
import { grantedOperations } from "./granted-operations";
import { namedEnforcement } from "./named-enforcement";
import { noSuppressions } from "./no-suppressions";
import { productionPackages } from "./production-packages";
import { serverOnlyFirst } from "./server-only-first";
import { testManners } from "./test-manners";

const checks: Check[] = [
  clockPorts,
  componentNames,
  documentReferences,
  fileNames,
  fileSizes,
  grantedOperations,
  noSuppressions,
  productionPackages,
  serverOnlyFirst,
  testManners,
];

/** Runs every check of the house; answers one line a finding, `path:line message (check)`. */
export function runHouseChecks(files: SourceFile[], arrows: string[]): string[] {
  const all = [
    ...checks,
    namedEnforcement(
      checks.map(({ name }) => name),
      arrows,
    ),
  ];
  return all.flatMap((check) => check.run(files).map((finding) => line(check, finding)));
}

function line(check: Check, { path, line, message }: Finding): string {
  return `${path}:${line} ${message} (${check.name})`;
}
