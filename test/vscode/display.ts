type Environment = Readonly<Record<string, string | undefined>>;

/** Whether a window can be shown on this machine. */
export function hasDisplay(env: Environment = process.env, platform = process.platform): boolean {
  if (platform === 'darwin') return !env.SSH_CONNECTION;
  return !!(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Whether a user sees the opened browser. In a remote terminal of VS Code, BROWSER leads to the user's own. */
export function canShowBrowser(env: Environment = process.env, platform = process.platform): boolean {
  if (env.CI) return false;
  return hasDisplay(env, platform) || (platform !== 'darwin' && !!env.BROWSER);
}
