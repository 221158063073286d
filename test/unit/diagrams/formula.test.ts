import assert from 'node:assert/strict';
import { macrosDefinedIn, readFormula } from '../../../src/page/diagrams/formula';

describe('formulas', () => {
  it('are within a line or on a separate one', () => {
    assert.deepEqual(readFormula('\\(x^2\\)'), { tex: 'x^2', display: false });
    assert.deepEqual(readFormula('\\[\n\\int\n\\]'), { tex: '\n\\int\n', display: true });
    const environment = '\\begin{align}a\\end{align}';
    assert.deepEqual(readFormula(environment), { tex: environment, display: true });
    assert.deepEqual(readFormula('x_1'), { tex: 'x_1', display: false });
  });

  it('can define macros for others', () => {
    const definitions =
      '\\def\\a{b} \\newcommand{\\R}{x} \\renewcommand\\bb[1]{x} \\let\\c=d \\newenvironment{env}{}{}';
    assert.deepEqual(macrosDefinedIn(definitions), ['a', 'R', 'bb', 'c', 'env']);
    assert.deepEqual(macrosDefinedIn('\\DeclareMathOperator*{\\argmax}{arg\\,max}'), ['argmax']);
    assert.deepEqual(macrosDefinedIn('x \\left(y\\right) \\Leftarrow \\frac{a}{b}'), []);
  });
});
