export declare const noticesFile: string;
/** What the file has to say. */
export declare function thirdPartyNotices(): Promise<string>;
