// What the command line does with decks. Linting needs nothing of the other commands, so they are set up when called.

export { lint, lintShare, list, listRules } from '../cli/linting';
export { askServers } from '../cli/remoteLinks';
export { sarifReport } from '../core/lint/sarif';

export const archiveCommand = async () => (await import('../cli/archive')).archiveCommand;
export const diffCommand = async () => (await import('../cli/diff')).diffCommand;
export const exportCommand = async () => (await import('../cli/export')).exportCommand;
export const hookCommand = async () => (await import('../cli/hook')).hookCommand;
export const importCommand = async () => (await import('../cli/import')).importCommand;
export const outlineCommand = async () => (await import('../cli/outline')).outlineCommand;
