import path from 'node:path';
import type { ChangedFiles, Render } from '../../core/compare/changedFiles';
import { pathFrom } from '../../core/files/deckFiles';
import { classifyUrl, uploadName } from '../../core/files/urls';
import { cssUrls } from '../../core/markdown/css';
import { lookOf } from '../../core/options/slideOptions';
import { parallaxPicture } from '../../core/page/parallax';
import type { RenderOptions } from '../../core/render/rendered';
import { renderRules } from '../../core/render/renderRules';
import { renderSlide } from '../../core/render/renderSlide';
import { foundStyles } from '../../export/foundStyles';
import { fromPage } from '../../export/pageAssets';
import { runtime } from '../export/deckFormat';
import type { DeckVersion } from './decks';
import type { Contents } from './otherContents';

/** The files that two versions of a deck may show, and the slides with them. */
export async function changedFilesBetween(before: DeckVersion, after: DeckVersion): Promise<ChangedFiles> {
  const { others } = after.version.repository;
  return {
    names: [...new Set([...others.keys()].map((file) => path.posix.basename(file)))],
    before: await renderWith(before, 'before'),
    after: await renderWith(after, 'after'),
  };
}

/** The address of a file that differs tells its content. */
async function renderWith({ version, deck }: DeckVersion, side: keyof Contents): Promise<Render> {
  const { config } = await version.state.recognizer.configs.of(version.file);
  const { others } = version.repository;
  const resolve: RenderOptions['resolve'] = (url, kind) => {
    if (kind === 'link') return url;
    const target = classifyUrl(fromPage(url, deck));
    const written = target.kind === 'local' ? target.path : uploadName(target, config.hedgedocHosts);
    const contents = written === null ? undefined : others.get(pathFrom(version.name, written) ?? '');
    return contents ? `${url}#${contents[side]}` : url;
  };
  const options = { ...renderRules(deck), resolve, sourceLines: false };
  return async (slides) => slides.map(({ content }) => renderSlide(content, options));
}

/** What both versions of a deck have for all their slides, but is not the same: paths from the root. */
export async function changedInLook(before: DeckVersion, after: DeckVersion): Promise<string[]> {
  const { others } = after.version.repository;
  const [earlier, later] = [await filesOfLook(before), await filesOfLook(after)];
  return [...later].filter((file) => earlier.has(file) && others.has(file)).sort();
}

/** The style sheets of a deck, and what these and its options show. */
async function filesOfLook({ version, deck }: DeckVersion): Promise<Set<string>> {
  const found = new Set<string>();
  const note = (written: string) => {
    const file = pathFrom(version.name, written);
    if (file !== null) found.add(file);
  };
  const noteUrl = (url: string) => {
    const target = classifyUrl(url);
    if (target.kind === 'local') note(target.path);
  };
  const around = version.state.filesAround(version.file);
  const read = (written: string) => {
    note(written);
    return around.read(written);
  };
  const look = lookOf(deck);
  const { styles } = await foundStyles(look, { files: { read }, runtime, trusted: true });
  for (const style of styles) {
    if (typeof style !== 'string') for (const { url } of cssUrls(style.css)) noteUrl(url);
  }
  noteUrl(fromPage(parallaxPicture(look.options), deck));
  return found;
}
