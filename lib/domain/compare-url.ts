/** Pages of a commit at the hosts whose comparison of two commits has a known address. */
const HOSTS: ReadonlyArray<{
  commit: RegExp;
  compare: (base: string, from: string, to: string, query: string) => string;
}> = [
  {
    commit: /^(https:\/\/[^/]+\/.+\/-)\/commit\/([0-9a-f]{7,64})$/i,
    compare: (base, from, to) => `${base}/compare/${from}...${to}`,
  },
  {
    commit: /^(https:\/\/bitbucket\.org\/[^/]+\/[^/]+)\/commits\/([0-9a-f]{7,64})$/i,
    compare: (base, from, to) => `${base}/branches/compare/${to}%0D${from}`,
  },
  {
    commit:
      /^(https:\/\/[^/]*console[^/]*\/codesuite\/codecommit\/repositories\/[^/?]+)\/commit\/([0-9a-f]{7,64})(\?.*)?$/i,
    // Without its region the console opens another one.
    compare: (base, from, to, query) => `${base}/compare/${to}/.../${from}${query}`,
  },
  {
    commit: /^(https:\/\/[^/]+\/[^/]+\/[^/]+)\/commit\/([0-9a-f]{7,64})$/i,
    compare: (base, from, to) => `${base}/compare/${from}...${to}`,
  },
];

/**
 * The page that shows what lies between two commits of one repository, made of the addresses of their own pages as GitHub,
 * GitLab, Bitbucket and CodeCommit write them. Undefined for any other address, and for two repositories.
 */
export function compareUrl(fromUrl: string | undefined, toUrl: string | undefined): string | undefined {
  if (fromUrl === undefined || toUrl === undefined) return undefined;
  for (const { commit, compare } of HOSTS) {
    const [, fromBase, from] = commit.exec(fromUrl) ?? [];
    const [, toBase, to, query = ""] = commit.exec(toUrl) ?? [];
    if (fromBase === undefined || from === undefined || to === undefined) continue;
    if (fromBase === toBase) return compare(fromBase, from, to, query);
  }
  return undefined;
}
