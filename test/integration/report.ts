/** One line of the suite's report. The console carries it out of VS Code, among much else: hence the prefix. */
export type Report =
  | { kind: 'pass' | 'fail' | 'pending'; title: string; milliseconds?: number; error?: string }
  | { kind: 'end'; vscode: string; host: string };

export const reportPrefix = '@deckwright-test ';
