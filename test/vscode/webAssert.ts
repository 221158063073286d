// Replaces node:assert/strict where there is no Node: in the bundle for the web extension host.
import assert from 'assert/';

export default assert.strict;
