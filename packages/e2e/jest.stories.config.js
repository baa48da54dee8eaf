/** The Backstage CLI's own transform, which reads TypeScript. */
const transform = require.resolve(
  '@backstage/cli-module-test-jest/config/jestSwcTransform',
);

/**
 * End-to-end tests, `yarn test:e2e`. `backstage-cli repo test` takes a `jest.config.js` for that of the unit tests.
 */
module.exports = {
  rootDir: `${__dirname}/src`,
  testMatch: ['**/*.e2e.test.ts'],
  testEnvironment: `${__dirname}/StoryEnvironment.js`,
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '\\.ts$': [
      transform,
      {
        module: { ignoreDynamic: true, exportInteropAnnotation: true },
        jsc: { parser: { syntax: 'typescript' } },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/'],
  // A limit for a step that hangs, not a measure: conditions have limits of their own.
  testTimeout: 600_000,
  // Each file starts a delivery stack of its own.
  maxWorkers: 1,
  verbose: true,
};
