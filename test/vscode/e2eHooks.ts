import type { Context } from 'mocha';
import { closeAll, photographFailure } from './session';

/** Mocha's root hooks for the e2e tests. */
export const mochaHooks = {
  async afterEach(this: Context) {
    if (this.currentTest?.state === 'failed') await photographFailure(this.currentTest.fullTitle());
  },
  afterAll: closeAll,
};
