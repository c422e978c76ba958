import { AppError } from '@daricheh/shared/errors';
import type { PresentationRequest } from '@daricheh/shared/presentation';
import { confirmGesture, type Gesture, type PasskeyRing } from '../../../core/credentials/confirm-gesture.ts';

/** The gesture that agrees to answer this very request. */
export function describeGesture(promptId: string, request: PresentationRequest): Gesture {
  return { tag: 'daricheh/unlock', context: `present ${promptId}`, nonce: request.nonce };
}

/**
 * That the citizen agreed. A vault without passkeys was opened by its passphrase: then the click in our own window is the gesture.
 * @throws AppError `gesture_invalid`
 */
export async function confirmShowing(
  assertion: Parameters<typeof confirmGesture>[0] | null,
  gesture: Gesture,
  ring: PasskeyRing,
): Promise<void> {
  if (ring.passkeys.length === 0) return;
  if (!assertion) throw new AppError('gesture_invalid');
  await confirmGesture(assertion, gesture, ring);
}
