/** As much of VS Code's API as creating the preview's page takes. */
export const Uri = {
  joinPath: (base: string, ...parts: string[]): string => [base, ...parts].join('/'),
};

export const l10n = { t: (text: string) => text };
