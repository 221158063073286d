// What writes PowerPoint files. Node only.

export { presentationFile } from '../export/presentation';
