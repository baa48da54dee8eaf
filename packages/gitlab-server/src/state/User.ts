/** Access levels of GitLab's roles. */
export const ROLES = { reporter: 20, developer: 30, maintainer: 40 } as const;

/** Who a token stands for, and what it may do in the projects. */
export interface User {
  username: string;
  role: keyof typeof ROLES;
  /** Of the token. */
  scopes: readonly ('api' | 'read_api')[];
}
