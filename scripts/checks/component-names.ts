import { type Check, isTest } from "./check";

/** A component file exports one component, named like the file in Pascal case. */
export const componentNames: Check = {
  name: "component-names",
  run: (files) =>
    files
      .filter(({ path }) => /^components\/.+\.tsx$/.test(path) && !isTest(path))
      .flatMap(({ path, text }) => {
        const exported = [...text.matchAll(/^export (?:async )?(?:function|const) ([A-Z][a-z]\w*)/gm)].map(
          (it) => it[1],
        );
        const expected = pascal(path);
        if (exported.length === 1 && exported[0] === expected) return [];
        return [
          {
            path,
            line: 1,
            message: `exports ${exported.join(", ") || "no component"}; expected ${expected} alone`,
          },
        ];
      }),
};

function pascal(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.tsx$/, "");
  return name.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
}
