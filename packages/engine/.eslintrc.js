const { engineOrder, insides } = require('../../eslint-boundaries');

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  restrictedImportPatterns: insides,
  // Without it the rule below cannot follow an import to its file, and finds nothing.
  settings: { 'import/resolver': { node: { extensions: ['.ts', '.js'] } } },
  rules: {
    'import/no-restricted-paths': [
      'error',
      { basePath: __dirname, zones: engineOrder },
    ],
  },
});
