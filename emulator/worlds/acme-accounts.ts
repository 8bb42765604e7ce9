/** The company's accounts. */
export const ACME_ACCOUNTS = { dev: "111122223333", staging: "222233334444", prod: "444455556666" } as const;
