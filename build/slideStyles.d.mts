export declare const themes: readonly string[];
export declare function buildSlideStyles(outDir: string): void;
