/** Begins the file that stands for one in Git LFS. */
export const LFS_POINTER = 'version https://git-lfs.github.com/spec/';
