const { insides } = require('../../eslint-boundaries');

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  restrictedImportPatterns: insides,
  overrides: [
    {
      files: ['**/*.test.ts'],
      rules: {
        'jest/expect-expect': [
          'warn',
          {
            assertFunctionNames: ['expect*', 'mustRun', 'withoutOutage'],
          },
        ],
      },
    },
  ],
});
