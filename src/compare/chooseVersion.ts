import * as vscode from 'vscode';
import { plainName, plainText } from '../services/plainText';
import type { Services } from '../services/services';
import { chooseDeck } from './chooseDeck';
import type { ClipboardTexts } from './clipboardTexts';
import { deckInGit } from './deckInGit';
import { commitVersion, type DeckInGit, lastCommit, stagedVersion } from './gitVersion';
import type { Version } from './versions';

/** Somewhere to get a version from. Undefined if the user chooses none there. */
interface Source extends vscode.QuickPickItem {
  choose(): Promise<Version | undefined>;
}

/** A version in a list. */
interface Listed extends vscode.QuickPickItem {
  readonly version: Version;
}

/** How many commits of a deck are offered. */
const MAX_COMMITS = 200;
/** Git's numbers for kinds of refs. */
const REF_KINDS = { branch: 0, remoteBranch: 1, tag: 2 } as const;

/** Asks what a deck is to be compared with. Undefined if the user cancels. */
export async function chooseVersion(
  document: vscode.TextDocument,
  clipboard: ClipboardTexts,
  services: Services,
): Promise<Version | undefined> {
  const git = await deckInGit(document);
  const sources = [...(git ? sourcesInGit(git) : []), ...otherSources(document, clipboard, services)];
  const chosen = await vscode.window.showQuickPick(sources, {
    title: titleFor(document),
    placeHolder: git
      ? vscode.l10n.t('What is the deck compared with?')
      : vscode.l10n.t("VS Code's Git does not know this deck, so that it has no earlier versions."),
  });
  return chosen?.choose();
}

function titleFor({ uri }: vscode.TextDocument): string {
  return vscode.l10n.t('Compare the Slides of {0}', plainName(uri));
}

function sourcesInGit(git: DeckInGit): Source[] {
  return [
    { label: `$(git-commit) ${vscode.l10n.t('Last Commit')}`, choose: async () => lastCommit(git) },
    { label: `$(diff-added) ${vscode.l10n.t('Staged')}`, choose: async () => stagedVersion(git) },
    {
      label: `$(git-branch) ${vscode.l10n.t('Branch…')}`,
      choose: async () => pick(await branchesOf(git), vscode.l10n.t('Which branch?'), noneInRepository()),
    },
    {
      label: `$(tag) ${vscode.l10n.t('Tag…')}`,
      choose: async () => pick(await tagsOf(git), vscode.l10n.t('Which tag?'), noneInRepository()),
    },
    {
      label: `$(history) ${vscode.l10n.t('Another Commit…')}`,
      choose: async () =>
        pick(await commitsOf(git), vscode.l10n.t('Which commit?'), vscode.l10n.t('No commit has this deck.')),
    },
  ];
}

function otherSources(
  document: vscode.TextDocument,
  clipboard: ClipboardTexts,
  services: Services,
): Source[] {
  return [
    {
      label: `$(file) ${vscode.l10n.t('Another Deck…')}`,
      choose: () => chooseDeck(document, services),
    },
    { label: `$(clippy) ${vscode.l10n.t('Clipboard')}`, choose: () => clipboard.version(document) },
  ];
}

/** `none` is said if there are no versions. */
async function pick(
  versions: readonly Listed[],
  placeHolder: string,
  none: string,
): Promise<Version | undefined> {
  const chosen = await vscode.window.showQuickPick(versions, {
    placeHolder: versions.length > 0 ? placeHolder : none,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.version;
}

function noneInRepository(): string {
  return vscode.l10n.t('The repository has none.');
}

/** The branches of the repository and of its remotes, the last changed first. */
export function branchesOf(git: DeckInGit): Promise<Listed[]> {
  return refsOf(git, [REF_KINDS.branch, REF_KINDS.remoteBranch]);
}

export function tagsOf(git: DeckInGit): Promise<Listed[]> {
  return refsOf(git, [REF_KINDS.tag]);
}

async function refsOf(git: DeckInGit, kinds: readonly number[]): Promise<Listed[]> {
  const refs = await git.repository.getRefs({ sort: 'committerdate' });
  return refs
    .filter(({ type }) => kinds.includes(type))
    .flatMap(({ name, commit }) =>
      name && commit
        ? {
            label: plainText(name),
            description: commit.slice(0, 8),
            version: commitVersion(git, commit, name),
          }
        : [],
    );
}

/** The commits that changed the deck, the last one first. */
export async function commitsOf(git: DeckInGit): Promise<Listed[]> {
  const commits = await git.repository.log({ maxEntries: MAX_COMMITS, path: git.file.fsPath });
  return commits.map(({ hash, message, authorName, authorDate }) => {
    const date = authorDate?.toLocaleString(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
    return {
      label: plainText(message.split('\n', 1)[0]!),
      description: hash.slice(0, 8),
      detail: [date, authorName].flatMap((each) => (each ? [plainText(each)] : [])).join(' · '),
      version: commitVersion(git, hash),
    };
  });
}
