/** As wide as a diagram on a slide of the usual size: some diagrams fill the available width. */
const WIDTH = 864;

/** An element out of sight, with plain text settings, for libraries that measure what they draw. */
export async function onStage<T>(use: (stage: HTMLElement) => T | Promise<T>): Promise<T> {
  const stage = document.createElement('div');
  stage.ariaHidden = 'true';
  Object.assign(stage.style, {
    position: 'absolute',
    top: '0',
    left: '-10000px',
    width: `${WIDTH}px`,
    visibility: 'hidden',
    font: '16px/1.2 sans-serif',
    letterSpacing: 'normal',
    textAlign: 'left',
    textTransform: 'none',
    whiteSpace: 'normal',
  });
  document.body.append(stage);
  try {
    return await use(stage);
  } finally {
    stage.remove();
  }
}
