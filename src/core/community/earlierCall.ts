import type { Config } from '../config/config';
import type { Deck } from '../deck/deck';
import { slideNumber } from '../deck/slideNumber';
import { uploadName } from '../files/urls';
import type { DeckReference } from '../markup/deckReferences';
import { deckReferences } from '../markup/deckReferences';
import type { MarkedSlide } from '../markup/markedSlide';
import { slideTitle } from '../summary/titles';
import { handlesIn } from './handles';
import { titleSlide } from './slideDates';
import { teamReports } from './teamReports';
import { similarTeam } from './teams';

/** A team that is to report, and who does so: a handle without `@`, empty if it is to be filled in. */
export interface Reporting {
  readonly team: string;
  readonly reporter: string;
}

/** What the deck of an earlier meeting offers to the next one. */
export interface EarlierCall {
  /** Handles on the title slide, without `@`. */
  readonly presenters: readonly string[];
  /** In deck order, spelled as in the list of teams where it has them. */
  readonly teams: readonly Reporting[];
  readonly pictures: readonly PictureUse[];
}

/** A picture of an earlier call, and where it was used. */
export interface PictureUse {
  /** Decoded: relative to the deck's folder, or to the workspace's if it starts with a slash. */
  readonly path: string;
  /** Null for the title slide. */
  readonly slide: { readonly title: string | null; readonly number: string } | null;
  readonly isBackground: boolean;
}

/** Reads what an earlier deck offers to the next one. */
export function readCall(deck: Deck, slides: readonly MarkedSlide[], config: Config): EarlierCall {
  const title = titleSlide(slides);
  const names = config.teams.map(({ name }) => name);
  const teams = new Map<string, Reporting>();
  for (const { team, reporter } of teamReports(slides, config)) {
    const listed = names.find((name) => name === team) ?? similarTeam(team, names) ?? team;
    if (!teams.has(listed)) {
      teams.set(listed, { team: listed, reporter: handlesIn(reporter ?? '')[0] ?? '' });
    }
  }
  // The first slide is the community's name if the title is on the second.
  const onTitle = slides.slice(0, title.slide.index + 1);
  return {
    presenters: [...new Set(onTitle.flatMap(({ slide }) => handlesIn(slide.content.text)))],
    teams: [...teams.values()],
    pictures: deckReferences(deck, slides, config).flatMap((reference) =>
      pictureUse(reference, deck, title.slide.index, config),
    ),
  };
}

function pictureUse(
  { kind, target, slide }: DeckReference,
  deck: Deck,
  lastOfTitle: number,
  { hedgedocHosts }: Config,
): PictureUse[] {
  if (kind !== 'image' && kind !== 'background') return [];
  // Uploads are next to the deck, if they were saved.
  const path = target.kind === 'local' ? target.path : uploadName(target, hedgedocHosts);
  if (path === null || slide === null) return [];
  const isBackground = kind === 'background';
  if (slide.index <= lastOfTitle) return [{ path, slide: null, isBackground }];
  const title = slideTitle(slide.content);
  const named = { title: 'text' in title ? title.text : null, number: slideNumber(slide, deck) };
  return [{ path, slide: named, isBackground }];
}
