const { insides } = require('../../eslint-boundaries');

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  restrictedImportPatterns: insides,
  // Projects of their own, with dependencies of their own.
  ignorePatterns: ['apps/**'],
});
