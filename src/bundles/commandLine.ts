// What the command line does with decks.

export { archiveCommand } from '../cli/archive';
export { exportCommand } from '../cli/export';
export { hookCommand } from '../cli/hook';
export { lint, lintShare, list, listRules } from '../cli/linting';
export { outlineCommand } from '../cli/outline';
export { askServers } from '../cli/remoteLinks';
export { sarifReport } from '../core/lint/sarif';
