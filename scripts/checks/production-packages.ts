import type { Check, Finding, SourceFile } from "./check";

const limit = 150;
const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

type Manifest = { dependencies?: Record<string, string>; devDependencies?: Record<string, string> };
type Lock = {
  packages: Record<
    string,
    { dev?: boolean; optional?: boolean; devOptional?: boolean; peer?: boolean; extraneous?: boolean }
  >;
};

/** At most 150 packages reach production, and every package of ours is pinned to an exact version. */
export const productionPackages: Check = {
  name: "production-packages",
  run: (files) => [...pinned(files), ...counted(files)],
};

function pinned(files: SourceFile[]): Finding[] {
  const manifest = files.find(({ path }) => path === "package.json");
  if (!manifest) return [];
  const { dependencies, devDependencies }: Manifest = JSON.parse(manifest.text);
  return Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => !exact.test(version))
    .map(([name, version]) => ({
      path: manifest.path,
      line: manifest.text.slice(0, manifest.text.indexOf(`"${name}"`)).split("\n").length,
      message: `${name} is "${version}"; expected an exact version`,
    }));
}

function counted(files: SourceFile[]): Finding[] {
  const lock = files.find(({ path }) => path === "package-lock.json");
  if (!lock) return [];
  const { packages }: Lock = JSON.parse(lock.text);
  const production = Object.entries(packages).filter(
    ([at, it]) => at && !(it.dev || it.optional || it.devOptional || it.peer || it.extraneous),
  );
  if (production.length <= limit) return [];
  return [
    { path: lock.path, line: 1, message: `${production.length} production packages; at most ${limit}` },
  ];
}
