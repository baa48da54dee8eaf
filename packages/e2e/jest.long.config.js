/** Tests that take long, `yarn test:long`: not steps of a story, each stands for itself. */
module.exports = {
  ...require('./jest.stories.config'),
  testMatch: ['**/*.long.test.ts'],
  testEnvironment: 'node',
};
