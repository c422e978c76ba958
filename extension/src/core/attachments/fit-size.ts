/** How a picture is drawn: pixels for each of its own, and, for JPEG, the quality (0 to 1). */
export type DrawStep = { readonly scale: number; readonly quality: number };

/** From what prints well down to what can still be read. */
export const drawSteps: readonly DrawStep[] = [
  { scale: 2, quality: 0.9 },
  { scale: 2, quality: 0.75 },
  { scale: 1.5, quality: 0.75 },
  { scale: 1.25, quality: 0.6 },
  { scale: 1, quality: 0.6 },
  { scale: 1, quality: 0.4 },
  { scale: 0.75, quality: 0.4 },
];

/** The first file, from the best down, that is no larger than `limit` bytes (null: any); undefined where even the smallest is. */
export async function fitSize(draw: (step: DrawStep) => Promise<Uint8Array>, limit: number | null): Promise<Uint8Array | undefined> {
  for (const step of drawSteps) {
    const file = await draw(step);
    if (limit === null || file.length <= limit) return file;
  }
  return undefined;
}
