/** One statement of a session policy, as far as it is looked at here: no conditions, no NotAction, no NotResource. */
export interface PolicyStatement {
  allow: boolean;
  actions: string[];
  resources: string[];
}
