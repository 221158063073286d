import assert from 'node:assert/strict';
import { similarTeam, teamHeading, teamSections } from '../../../src/core/community/teams';
import { DEFAULT_CONFIG } from '../../../src/core/config/config';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import type { MarkedSlide } from '../../../src/core/markup/markedSlide';
import { markupOf } from '../../../src/core/markup/markup';

const names = DEFAULT_CONFIG.teams.map(({ name }) => name);

function linted(text: string): MarkedSlide[] {
  return parseDeck(text, { setup: 'hedgedoc' }).slides.map((slide) => ({
    slide,
    markup: markupOf(slide.content, 'hedgedoc'),
    at: (span) => span,
  }));
}

function named(heading: string): string | null {
  const found = teamHeading(linted(`# ${heading}\n`)[0]!.markup, DEFAULT_CONFIG);
  return found && `${found.name} = ${found.listed}`;
}

describe('teams', () => {
  it('finds a listed team, with or without a topic', () => {
    assert.equal(named('Team IaaS'), 'Team IaaS = Team IaaS');
    assert.equal(named('Team IAM & Security - a new topic'), 'Team IAM & Security = Team IAM & Security');
    assert.equal(named('Team IaaS / Networking (VP04)'), 'Team IaaS = Team IaaS');
    assert.equal(named('Team Ops/IAM/Sec'), 'Team Ops/IAM/Sec = Team Ops/IAM/Sec');
  });

  it('treats a slash, an ampersand and the word as the same', () => {
    for (const name of ['Standardization/Certification', 'Standardization and Certification'])
      assert.equal(named(`SIG ${name}`), `SIG ${name} = SIG Standardization & Certification`);
  });

  it('finds teams that are not listed', () => {
    assert.equal(named('SIG Monitoring'), 'SIG Monitoring = undefined');
    assert.equal(named('Central API MVP SIG'), 'Central API MVP SIG = undefined');
  });

  it('leaves other headings alone', () => {
    for (const heading of ['Welcome', 'Updates from the Teams', 'Significant news', 'Eventful', 'team up'])
      assert.equal(named(heading), null);
  });

  it('knows what misspelled and shortened names mean', () => {
    const meant = (name: string) => similarTeam(name, names);
    assert.equal(meant('Team Iaas'), 'Team IaaS');
    assert.equal(meant('Tram IAM & Secuity'), 'Team IAM & Security');
    assert.equal(meant('Team IAM'), 'Team IAM & Security');
    for (const name of [
      'Standarization/Certification',
      'Standards & Certification',
      'Std/Cert',
      'Std/Crt',
      'Standardization',
    ])
      assert.equal(meant(`SIG ${name}`), 'SIG Standardization & Certification');
    assert.equal(meant('SIG Docs'), 'SIG Documentation');
    assert.equal(meant('SIG community'), 'SIG Community');
    for (const name of ['Team IAM/Roles', 'SIG Monitoring', 'Team Building', 'Open Source Day'])
      assert.equal(meant(name), undefined);
  });

  it('guesses nothing from words of a few letters', () => {
    for (const name of ['Team Iaa', 'Team Opa', 'Team IAN', 'SIG Do', 'SIG St'])
      assert.equal(similarTeam(name, names), undefined, name);
    assert.equal(similarTeam('SIG Sta', ['SIG Stage']), undefined);
  });

  it('says which slides belong to a team', () => {
    const text =
      '# Title\n\n---\n\n# Team IaaS\n\n----\n\n## News\n\n---\n\n## Team Iaas - more\n\n---\n\n# Welcome\n\n---\n\n# Team Ops\n';
    const sections = teamSections(linted(text), DEFAULT_CONFIG);
    assert.deepEqual(
      sections.map(({ heading, slides }) => [heading.name, ...slides.map(({ slide }) => slide.index)]),
      [
        ['Team IaaS', 1, 2, 3],
        ['Team Ops', 5],
      ],
    );
  });
});
