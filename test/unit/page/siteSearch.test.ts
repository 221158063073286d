import assert from 'node:assert/strict';
import { type Hit, type SearchPage, SiteSearch } from '../../../src/core/page/siteSearch';

const PAGES: readonly SearchPage[] = [
  {
    url: 'old.html',
    title: 'Community Call',
    date: '2024-01-11',
    slides: [
      { place: '0/0', title: 'Welcome', text: 'Everybody' },
      { place: '1/0', title: 'Team Container', text: 'News of the cluster' },
    ],
  },
  {
    url: 'new.html',
    title: 'Community Call',
    date: '2024-08-01',
    slides: [
      { place: '0/0', title: 'Welcome', text: '' },
      { place: '1/0', title: 'Team IaaS', text: 'The container runtime · Größe und Maß, élève' },
    ],
  },
];

const places = (hits: readonly Hit[]) => hits.map(({ page, slide }) => `${page.url} ${slide.place}`);
const marked = (parts: Hit['title']) =>
  parts.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join('');

describe('the search of a site', () => {
  const search = new SiteSearch(PAGES);
  const find = (query: string) => search.find(query, 10).hits;

  it('finds slides with all words, wherever in them, those with the words in their titles first', () => {
    assert.deepEqual(places(find('container')), ['old.html 1/0', 'new.html 1/0']);
    assert.deepEqual(places(find('runtime team')), ['new.html 1/0']);
    assert.deepEqual(find('container nobody'), []);
    assert.deepEqual(find('  '), []);
  });

  it('has the latest deck first', () => {
    assert.deepEqual(places(find('welcome')), ['new.html 0/0', 'old.html 0/0']);
  });

  it('finds a deck by its title and date on its first slide, and narrows the others by them', () => {
    assert.deepEqual(places(find('call 2024-08')), ['new.html 0/0']);
    assert.deepEqual(places(find('container 2024-01')), ['old.html 1/0']);
  });

  it('ignores case and accents, and marks what it found as it is written', () => {
    const [hit] = find('GROSSE eleve');
    assert.equal(hit, undefined, 'ß is not ss');
    assert.equal(marked(find('größe ELEVE')[0]!.excerpt), 'The container runtime · [Größe] und Maß, [élève]');
    assert.equal(marked(find('team con')[0]!.title), '[Team] [Con]tainer');
  });

  it('shows a passage of a long text', () => {
    const text = `${'word '.repeat(200)}needle${' word'.repeat(200)}`;
    const long = new SiteSearch([{ ...PAGES[0]!, slides: [{ place: '4/0', title: '', text }] }]);
    const excerpt = marked(long.find('needle', 1).hits[0]!.excerpt);
    assert.match(excerpt, /^…word (?:word )+\[needle\] (?:word )+\w*…$/);
    assert.ok(excerpt.length < 200);
  });

  it('says how many there are beyond those that are wanted', () => {
    const { count, hits } = search.find('team', 1);
    assert.deepEqual([count, hits.length], [2, 1]);
  });
});
