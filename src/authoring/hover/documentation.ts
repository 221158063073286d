import * as vscode from 'vscode';
import type { AttributeHelp } from '../../core/authoring/help/attributeHelp';
import type { OptionHelp } from '../../core/authoring/help/frontMatterHelp';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** The size at which test/look/optionPictures.ts makes them. */
const THEME_PICTURE: PictureSize = { width: 256, height: 144 };
const TRANSITION_PICTURE: PictureSize = { width: 392, height: 72 };

/** A text of the option schema or the attribute table, in the user's language. */
export function translated(text: string | undefined): string {
  return text ? vscode.l10n.t(text) : '';
}

/**
 * Text for hovers and completion. It is never trusted, so that no command can be run from it; text from decks
 * is added only through `line`, as plain text.
 */
export class Documentation {
  readonly markdown = new vscode.MarkdownString();

  constructor(readonly extensionUri: vscode.Uri) {}

  /** A paragraph of plain text. */
  line(text: string): this {
    if (text !== '') this.markdown.appendMarkdown(`${escapeMarkdown(text)}\n\n`);
    return this;
  }

  /** A picture from a file. With both dimensions known, nothing moves once it has loaded. */
  picture(file: vscode.Uri, size: Partial<PictureSize>): this {
    const measures = Object.entries(size).map(([name, pixels]) => `${name}=${pixels}`);
    this.markdown.appendMarkdown(`![](${file.toString()}|${measures.join(',')})\n\n`);
    return this;
  }

  /** One of the pictures in media/options. */
  optionPicture(name: string | null): this {
    if (!name) return this;
    const file = vscode.Uri.joinPath(this.extensionUri, 'media', 'options', name);
    return this.picture(file, name.startsWith('theme') ? THEME_PICTURE : TRANSITION_PICTURE);
  }

  /** What a frontmatter key or an attribute is for. */
  about({ description, default: fallback, values }: OptionHelp | AttributeHelp): this {
    this.line(translated(description));
    if (fallback !== null) this.line(vscode.l10n.t('Default: {0}', fallback));
    if (values.length > 0) {
      this.line(vscode.l10n.t('Values: {0}', values.map(({ value }) => value).join(', ')));
    }
    return this;
  }
}

/** Not `appendText`, which turns all spaces into non-breaking ones. */
function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
