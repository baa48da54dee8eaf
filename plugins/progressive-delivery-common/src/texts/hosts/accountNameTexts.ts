/** Who asks a Git host, without an article. */
export const accountNameTexts = {
  account: 'account of {{integration}}',
  namedAccount: 'account {{name}} of {{integration}}',
  githubApp: 'GitHub App of {{integration}}',
  other: '{{name}}',
} as const;
