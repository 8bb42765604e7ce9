/** Who is signed in. */
export interface Person {
  id: string;
  name: string;
  /** As the sign-in provider told it. */
  email?: string;
  /** Names of groups as the sign-in provider told them; what they may do is said by the rules. */
  groups: readonly string[];
}
