import type { Context } from 'mocha';
import { closeAll, photographFailure } from './session';

/** Mocha's root hooks for the e2e tests. */
export const mochaHooks = {
  /** A failure is photographed at once: hooks of the test's own suite close what there was to see. */
  beforeEach(this: Context) {
    const test = this.currentTest;
    const body = test?.fn as ((this: Context) => unknown) | undefined;
    if (!test || !body) return;
    test.fn = async function (this: Context) {
      try {
        await body.call(this);
      } catch (error) {
        if (!this.test?.isPending()) await photographFailure(test.fullTitle());
        throw error;
      }
    };
  },
  afterAll: closeAll,
};
