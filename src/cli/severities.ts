/** What a rule can be set to. */
export const SEVERITIES: readonly string[] = ['off', 'hint', 'info', 'warning', 'error'];
