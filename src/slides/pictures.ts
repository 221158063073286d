import * as vscode from 'vscode';
import type { Setup } from '../core/deck/setup';
import { findFile } from '../core/files/deckFiles';
import { classifyUrl, type Target, uploadName } from '../core/files/urls';
import type { ReferenceKind } from '../core/markup/referenceKind';
import type { Lost } from '../core/render/rendered';
import { DeckFolders } from '../services/deckFolders';
import { rootOf } from '../services/deckRoot';
import type { Folders } from '../services/folders';
import type { Services } from '../services/services';
import { settings } from '../services/settings';

/** Whether pictures from elsewhere may be loaded for this deck. */
export function remotePicturesAllowed(document: vscode.Uri): boolean {
  return vscode.workspace.isTrusted && settings.remotePictures(document);
}

/** The folders a preview of this deck may load pictures from, the narrowest that contain its own. */
export function pictureRoots(document: vscode.Uri): vscode.Uri[] {
  const root = rootOf(document);
  return root ? [root] : [];
}

/**
 * Converts what a deck writes into what the webview can load. Looking up files takes time, and rendering does
 * not wait: what is not known yet is recorded, and after `settle` the slide is rendered again.
 */
export class Pictures {
  readonly #remote: boolean;
  readonly #hosts: readonly string[];
  readonly #folders: Folders;
  readonly #around: DeckFolders;

  constructor(
    readonly document: vscode.Uri,
    readonly webview: vscode.Webview,
    { folders, configs }: Pick<Services, 'folders' | 'configs'>,
  ) {
    this.#folders = folders;
    this.#around = new DeckFolders(document, folders);
    this.#remote = remotePicturesAllowed(document);
    this.#hosts = configs.of(document).hedgedocHosts;
  }

  /** Paths count from the page that loads the deck, if there is one. */
  readAs(setup: Setup): void {
    this.#around.base = setup.page?.file;
  }

  readonly resolve = (url: string, kind: ReferenceKind): string | Lost => {
    if (kind === 'link') return url;
    const target = classifyUrl(url);
    switch (target.kind) {
      case 'data':
        return url;
      case 'remote':
        return this.#localCopy(target) ?? this.#remotePicture(target, kind);
      case 'local':
        return this.#local(target.path, kind);
      default:
        return '';
    }
  };

  /** The same for URLs of style sheets, which have been made relative to the deck wherever it is loaded. */
  readonly resolveInStyles: Pictures['resolve'] = (url, kind) => {
    const { base } = this.#around;
    this.#around.base = undefined;
    try {
      return this.resolve(url, kind);
    } finally {
      this.#around.base = base;
    }
  };

  /**
   * Lists the folders that were missing before. True if there were any: the slides must be rendered again.
   */
  settle(): Promise<boolean> {
    return this.#around.lookUp();
  }

  /** Whether what was looked up depends on this file or folder. */
  dependsOn(file: vscode.Uri): boolean {
    return this.#around.dependsOn(file);
  }

  /** The file beside the deck that was once uploaded to a HedgeDoc host. */
  #localCopy(target: Target): string | null {
    const name = uploadName(target, this.#hosts);
    const found = name === null ? undefined : findFile(this.#around, `./${name}`);
    return found?.kind === 'file' ? this.#load(found.path) : null;
  }

  #remotePicture({ url }: Extract<Target, { kind: 'remote' }>, kind: ReferenceKind): string | Lost {
    // The reader sees that a deck names a picture; style sheets fetch things invisibly.
    if (kind === 'css') return '';
    const lost = (message: string) => ({ message, path: url });
    if (!vscode.workspace.isTrusted) return lost(vscode.l10n.t('Not loaded in Restricted Mode:'));
    if (kind === 'media')
      return lost(vscode.l10n.t('Videos from other servers are not loaded in the preview:'));
    if (!this.#remote) return lost(vscode.l10n.t('Remote pictures are turned off:'));
    if (!url.startsWith('https:')) return lost(vscode.l10n.t('Not loaded, not a secure address:'));
    return url;
  }

  #local(path: string, kind: ReferenceKind): string | Lost {
    const found = findFile(this.#around, path);
    if (found?.kind === 'file') return this.#load(found.path);
    const isOutside = found?.kind === 'outside' || !rootOf(this.document);
    return { message: isOutside ? outside(kind) : notFound(kind), path };
  }

  #load(path: string): string {
    const file = this.#around.uriOf(path)!;
    const content = this.#folders.contentOf(file);
    const revision = content === file ? this.#folders.revision(file) : 0;
    const url = this.webview.asWebviewUri(content);
    // A rewritten picture has a new address, so that no cache shows the old one.
    return (revision ? url.with({ query: `v=${revision}` }) : url).toString();
  }
}

function outside(kind: ReferenceKind): string {
  return kind === 'media'
    ? vscode.l10n.t('Video outside the workspace:')
    : vscode.l10n.t('Picture outside the workspace:');
}

function notFound(kind: ReferenceKind): string {
  return kind === 'media' ? vscode.l10n.t('Video not found:') : vscode.l10n.t('Picture not found:');
}
