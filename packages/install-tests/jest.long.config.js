/** `yarn test:long install`. */
module.exports = {
  ...require('@progressive-delivery/e2e/jest.long.config'),
  rootDir: `${__dirname}/src`,
};
