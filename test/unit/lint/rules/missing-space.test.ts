import assert from 'node:assert/strict';
import { faults, fixed } from '../linting';

const rule = 'missing-space';
const DIALECTS = ['hedgedoc', 'reveal-md'] as const;

describe('missing-space', () => {
  it('finds headings', () => {
    for (const dialect of DIALECTS) {
      assert.deepEqual(faults('#Heading\n\n##Status\n\n### Ok\n', { rule, dialect }), ['##']);
      assert.deepEqual(faults('#Heading\r\n\r\ntext\r\n\r\n##Über uns\r\n', { rule, dialect }), ['#', '##']);
    }
    assert.equal(fixed('#What is new\n', { rule }), '# What is new\n');
  });

  it('finds lists, all items at once', () => {
    for (const dialect of DIALECTS) {
      assert.deepEqual(faults('text\n\n-one\n-two\n\n1.First\n2.Second\n', { rule, dialect }), ['-', '1.']);
      assert.deepEqual(faults('- one\n-two\n\ntext\n\n1. First\n2.Second\n', { rule, dialect }), ['-', '2.']);
    }
    assert.equal(fixed('-one\n-two **a**\n', { rule }), '- one\n- two **a**\n');
    assert.equal(fixed('* one\n*two\n', { rule }), '* one\n* two\n');
  });

  it('leaves other words alone', () => {
    const text = [
      'Ticket\n#1 and\n#2',
      '#hashtag #Other',
      '-5 °C\n-6 °C',
      '-v\n-h',
      '1.5 times\n2.5 times',
      '"A quote"\n-Author',
      '- A quote\n  -Author',
      '*one*\n*two*',
      '**one**\n**two**',
      '\\#Heading',
      '`#Heading`',
      '```\n##Heading\n-one\n-two\n```',
      '<!--\n##Heading\n-->',
      '[a](#Heading)',
      '> text ##Heading',
      '3.Welt',
      'Note:\n\n##Heading',
    ].join('\n\n');
    for (const dialect of DIALECTS) {
      assert.deepEqual(faults(text, { rule, dialect }), [], dialect);
      assert.deepEqual(faults('# A\n\n#Heading\n', { rule, dialect }), []);
      assert.deepEqual(faults('#CloudNative\n\ntext\n', { rule, dialect }), []);
    }
  });
});
