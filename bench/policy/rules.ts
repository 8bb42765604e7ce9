/** One rule, by which everybody sees everything. */
export const oneRule = { rules: [{ groups: ["*"], role: "viewer" }] };

/**
 * 500 rules, all of them for the demo's viewer, under which the same is seen: 399 by beginnings of names, 100 by other
 * globs, which only together show every pipeline, and one that denies what there is not.
 */
export const manyRules = {
  rules: [
    ...Array.from({ length: 399 }, (_, index) => allowing(`team-${index}-*`)),
    ...Array.from({ length: 100 }, (_, index) => allowing(`service-???${String(index).padStart(2, "0")}-*`)),
    { groups: ["viewer"], deny: ["see"], pipelines: ["secret-*"] },
  ],
};

function allowing(glob: string): object {
  return { groups: ["viewer"], role: "viewer", pipelines: [glob] };
}
