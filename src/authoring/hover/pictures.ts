import * as vscode from 'vscode';
import { isPictureName } from '../../core/files/pictureNames';
import type { Help } from '../help';
import type { Documentation, PictureSize } from './documentation';

/** Larger files are not read for their dimensions. */
const MAX_MEASURED = 5 * 1024 * 1024;
/** The box that pictures are scaled to fit, in pixels. */
const BOX = { width: 320, height: 180 };

/** File systems whose pictures the workbench can show in hovers. */
const SHOWN_SCHEMES = new Set(['file', 'vscode-remote', 'https']);

/**
 * Adds what is known of a picture: its dimensions, and the picture itself if `isShown`. False if there is no
 * such picture.
 */
export async function describePicture(
  file: vscode.Uri,
  documentation: Documentation,
  help: Help,
  isShown: boolean,
): Promise<boolean> {
  if (!isPictureName(file.path)) return false;
  const stat = await vscode.workspace.fs.stat(file).then(undefined, () => null);
  if (!stat) return false;
  const measures = stat.size <= MAX_MEASURED ? await measure(file, help) : null;
  const size = vscode.l10n.t('{0} kB', Math.ceil(stat.size / 1024));
  documentation.line(
    measures ? `${vscode.l10n.t('{0} × {1} pixels', measures.width, measures.height)}, ${size}` : size,
  );
  if (isShown && SHOWN_SCHEMES.has(file.scheme)) documentation.picture(file, fitting(measures));
  return true;
}

async function measure(file: vscode.Uri, { imageSize }: Help): Promise<PictureSize | null> {
  try {
    return imageSize(await vscode.workspace.fs.readFile(file));
  } catch {
    // Not a picture, whatever its name says, or one that takes its size from its surroundings.
    return null;
  }
}

function fitting(measures: PictureSize | null): Partial<PictureSize> {
  if (!measures) return { width: BOX.width };
  const scale = Math.min(BOX.width / measures.width, BOX.height / measures.height, 1);
  return { width: Math.ceil(measures.width * scale), height: Math.ceil(measures.height * scale) };
}
