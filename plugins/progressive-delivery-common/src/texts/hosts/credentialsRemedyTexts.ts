/** What to do where a Git host is asked without credentials, or does not accept them. */
export const credentialsRemedyTexts = {
  addToken: 'add a token',
  addTokenAsPassword: 'add a token as its password',
  installApp: 'install the App for that repository',
  replaceToken: 'replace the token',
  replaceTokenOrPassword: 'replace the token or password',
  replacePrivateKey: 'replace the App’s private key',
  other: '{{message}}',
} as const;
