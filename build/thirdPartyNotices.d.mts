export declare const noticesFile: string;
/** What the file should contain. */
export declare function thirdPartyNotices(): Promise<string>;
