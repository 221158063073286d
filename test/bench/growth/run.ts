// How the time grows with the text, for texts that an attacker could write to make it grow faster.
import { deckGrowth, moveGrowth } from './deck';
import { diagramKindsGrowth, sequenceGrowth } from './diagrams';
import { measureGrowth } from './growth';
import { lintGrowth } from './lint';
import { renderGrowth, revealGrowth } from './render';

export async function benchGrowth(): Promise<void> {
  const tooFast: string[] = [];
  for (const growth of [
    deckGrowth,
    moveGrowth,
    renderGrowth,
    revealGrowth,
    lintGrowth,
    sequenceGrowth,
    diagramKindsGrowth,
  ]) {
    const names = await measureGrowth(growth);
    tooFast.push(...names.map((name) => `${growth.title}: ${name}`));
  }
  if (tooFast.length > 0)
    throw new Error(`Takes time that grows faster than the text:\n  ${tooFast.join('\n  ')}`);
}
