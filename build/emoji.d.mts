/** SVG of each character. */
export declare function emojiPictures(): Promise<Record<string, string>>;
export declare function writeEmojiPictures(file: string): Promise<void>;
