import type { Severity } from '../config/config';
import type { Report, ReportedFinding } from './report';
import { ruleUrl } from './rule';
import { RULES } from './rules';

const LEVELS = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const satisfies Record<
  Severity,
  string
>;

/**
 * A report in SARIF 2.1.0, which GitHub shows as code scanning alerts. Files are relative to the working
 * directory.
 */
export function sarifReport({ findings }: Report, version: string): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'deckwright',
            version,
            informationUri: 'https://github.com/deckwright/deckwright',
            rules: RULES.map(({ id, description, severity }) => ({
              id,
              shortDescription: { text: description },
              helpUri: ruleUrl(id),
              defaultConfiguration: { level: LEVELS[severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map(toResult),
      },
    ],
  };
}

function toResult({
  file,
  line,
  column,
  endLine,
  endColumn,
  rule,
  severity,
  message,
}: ReportedFinding): object {
  const ruleIndex = RULES.findIndex(({ id }) => id === rule);
  return {
    ruleId: rule,
    ...(ruleIndex >= 0 ? { ruleIndex } : {}),
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
  };
}
