export declare function writeSpeakerViewScript(file: string): void;
