const { TestEnvironment } = require('jest-environment-node');

/**
 * The tests of a file are the steps of a story: after one has failed, those that build on it are skipped. The failed
 * step's name is in `globalThis.failedStep`.
 */
module.exports = class StoryEnvironment extends TestEnvironment {
  async handleTestEvent(event) {
    if (event.name === 'test_fn_failure') {
      this.global.failedStep = event.test.name;
    }
    if (event.name === 'test_start') {
      if (this.global.failedStep !== undefined) {
        event.test.mode = 'skip';
      } else if (event.test.errors.length > 0) {
        // What comes before the first step has failed.
        this.global.failedStep = event.test.name;
      }
    }
  }
};
