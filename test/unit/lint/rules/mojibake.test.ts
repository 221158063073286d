import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const rule = 'mojibake';

describe('mojibake', () => {
  it('restores the characters that were written', () => {
    for (const [wrong, right] of [
      ['One platform â€“ standardized', 'One platform – standardized'],
      ['FÃ¼r Ã–sterreich und KÃ¶ln', 'Für Ã–sterreich und KÃ¶ln'],
      ['donâ€™t', 'don’t'],
      ['ðŸš€', '🚀'],
      ['ðŸ›\u00a0ï¸\u008f', '🛠\ufe0f'],
      ['Å¡koda', 'škoda'],
      ['ÐŸÑ€Ð¸Ð²ÐµÑ‚', 'Привет'],
      ['GrÃƒÂ¼ÃƒÅ¸e', 'Grüße'],
      ['5Â\u00a0km', '5\u00a0km'],
      ['f\u00c3\u00bcr \u00e2\u0080\u0093', 'für \u00e2\u0080\u0093'],
    ] as const)
      assert.equal(fixed(`# ${wrong}\r\n`, { rule }), `# ${right}\r\n`);
  });

  it('finds them in frontmatter, tags and addresses too', () => {
    const text = '---\ntitle: fÃ¼r alle\n---\n\n[a](./fÃ¼r.md) <b title="fÃ¼r">x</b>\n';
    assert.deepEqual(faults(text, { rule }), ['Ã¼', 'Ã¼', 'Ã¼']);
  });

  it('says that a lost character is lost', () => {
    const [finding] = lint('f\ufffd\ufffdr', { rule });
    assert.deepEqual(finding!.span, { start: 1, end: 3 });
    assert.deepEqual(finding!.fixes, []);
  });

  it('only offers to restore them on a slide about encodings', () => {
    const kindOf = (text: string) => lint(text, { rule })[0]!.fixes[0]!.kind;
    assert.equal(kindOf('UTF-8 read as Latin-1: Ã¼'), 'offered');
    assert.equal(kindOf('fÃ¼r'), 'visible');
  });

  it('leaves real characters alone', () => {
    const text =
      '„Spaß“, „AUSWÄRTÄ“ … – “naïve” «CAFÉ» SÃO, Ångström, façade, L’Âge, ÐÑ, Привет, 東京, 🚀, 5 €, 20 °C, ESPAÑA…';
    assert.deepEqual(faults(text, { rule }), []);
  });

  it('leaves code and comments alone', () => {
    assert.deepEqual(faults('`Ã¼` <!-- Ã¼ -->\n\n```\nÃ¼\n```\n', { rule }), []);
  });

  it('finds NUL, which is shown as a lost character', () => {
    assert.deepEqual(faults('# a\0b\n', { rule }), ['\0']);
  });
});
