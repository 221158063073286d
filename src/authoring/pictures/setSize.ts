import * as vscode from 'vscode';
import type * as Upkeep from '../../bundles/upkeep';
import type { PictureSize, SizedPicture } from '../../core/authoring/pictures/pictureSize';
import { classifyUrl } from '../../core/files/urls';
import { baseOf, fileNamed } from '../../services/deckRoot';
import { loadBundle } from '../../services/loadBundle';
import { plainText } from '../../services/plainText';
import type { Services } from '../../services/services';

const COMMAND = 'deckwright.setPictureSize';
/** Larger pictures are not read for their size. */
const MAX_READ = 10 * 1024 * 1024;
/** Nobody writes more for one picture; lines of a megabyte are not searched every time the cursor moves. */
const MAX_PICTURE = 2000;
/** Looks like a picture: enough to make the offer, which then looks closely. */
const PICTURE = /!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>/gi;

/** The command "Set Picture Size…", also among the code actions on a picture. */
export function registerSetSize(context: vscode.ExtensionContext, services: Services): void {
  const kind = vscode.CodeActionKind.RefactorRewrite;
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: (document, { start }) =>
      services.decks.isDeck(document) && mayBePicture(document.lineAt(start).text, start.character)
        ? [action(start, kind)]
        : [],
  };
  context.subscriptions.push(
    vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, provider, {
      providedCodeActionKinds: [kind],
    }),
    vscode.commands.registerCommand(COMMAND, (position?: vscode.Position) =>
      setSize(context.extensionUri, services, position),
    ),
  );
}

function mayBePicture(line: string, character: number): boolean {
  const start = Math.max(0, character - MAX_PICTURE);
  const around = line.slice(start, character + MAX_PICTURE);
  const at = character - start;
  return [...around.matchAll(PICTURE)].some(
    ({ index, 0: picture }) => index <= at && at <= index + picture.length,
  );
}

function action(position: vscode.Position, kind: vscode.CodeActionKind): vscode.CodeAction {
  const title = vscode.l10n.t('Set picture size…');
  const result = new vscode.CodeAction(title, kind);
  result.command = { title, command: COMMAND, arguments: [position] };
  return result;
}

/** At the cursor, or at a position of the active editor. */
async function setSize(
  extensionUri: vscode.Uri,
  { decks, deckEdits }: Services,
  position?: vscode.Position,
): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !decks.isDeck(editor.document)) return;
  const { document } = editor;
  if (!(await deckEdits.mayEdit(document))) return;
  const { version } = document;
  const upkeep = await loadBundle<typeof Upkeep>(extensionUri, 'upkeep.js');
  const offset = document.offsetAt(position ?? editor.selection.active);
  const deck = decks.deckOf(document);
  const picture = upkeep.pictureAt(deck, offset);
  if (!picture) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no picture at the cursor.'));
    return;
  }
  const real = await realSize(baseOf(document.uri, deck.setup), picture, upkeep);
  const size = await askSize(picture, real, upkeep);
  if (!size) return;
  if (document.version !== version) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The deck has changed in the meantime. Set the picture size again.'),
    );
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { span, newText } of picture.resize(size)) {
    const range = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
    edit.replace(document.uri, range, newText);
  }
  await vscode.workspace.applyEdit(edit);
}

async function askSize(
  { url, size }: SizedPicture,
  real: string | null,
  { parseSize, writeSize }: typeof Upkeep,
): Promise<PictureSize | null> {
  const form = vscode.l10n.t(
    "Width x height in pixels or percent: 300x200, 300x, x200, 50%x. Leave empty for the picture's own size.",
  );
  const answer = await vscode.window.showInputBox({
    title: vscode.l10n.t('Size of {0}', plainText(url)),
    prompt: real ? vscode.l10n.t('{0} The picture itself is {1} pixels.', form, real) : form,
    value: writeSize(size),
    validateInput: (text) => (parseSize(text) ? undefined : form),
  });
  return answer === undefined ? null : parseSize(answer);
}

/** The dimensions of a picture of the workspace; null if they can't be determined cheaply. */
async function realSize(
  base: vscode.Uri,
  { url }: SizedPicture,
  { pictureFacts }: typeof Upkeep,
): Promise<string | null> {
  const target = classifyUrl(url);
  if (target.kind !== 'local') return null;
  const file = fileNamed(target.path, base);
  if (!file) return null;
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > MAX_READ) return null;
    const facts = pictureFacts(await vscode.workspace.fs.readFile(file));
    return facts.kind === 'picture' && facts.width > 0 ? `${facts.width} × ${facts.height}` : null;
  } catch {
    // Missing: the linter reports that.
    return null;
  }
}
