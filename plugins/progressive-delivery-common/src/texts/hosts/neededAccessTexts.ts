/** What an account needs that a Git host does not let do something. */
export const neededAccessTexts = {
  writeAccess: 'write access to the repository',
  writeAccessAndScope:
    'write access to the repository, and the scope {{scope}} if it uses a token',
  writeAccessAndToken:
    'write access to the repository, and its token the scope {{scope}} or the permissions {{permissions}}',
  roleAndScope:
    'the role {{role}} in the project, and a token with the scope {{scope}}',
  tokenScope: 'a token with the scope {{scope}}',
  permissions: 'the permissions {{permissions}}',
  other: '{{message}}',
} as const;
