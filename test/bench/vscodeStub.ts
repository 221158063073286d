/** As much of VS Code's API as the preview's page is made with. */
export const Uri = {
  joinPath: (base: string, ...parts: string[]): string => [base, ...parts].join('/'),
};

export const l10n = { t: (text: string) => text };
