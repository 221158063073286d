/** One line of the suite's report. It leaves VS Code through the console, among much else: hence the prefix. */
export type Report =
  | { kind: 'pass' | 'fail' | 'pending'; title: string; milliseconds?: number; error?: string }
  | { kind: 'end'; vscode: string; host: string };

export const reportPrefix = '@deckwright-test ';
