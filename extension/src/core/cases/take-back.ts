import { AppError } from '@daricheh/shared/errors';
import { readBytes } from '../http/http.ts';
import type { AwaitingCase, DeliverPorts } from './deliver-case.ts';

/**
 * Asks the agency to forget a first signature that waits for the second: true once it has. False where it does not wait there any more, since the other has
 * signed, or its time ran out.
 * @throws AppError `unavailable`, and others by which the agency refuses
 */
export async function takeBack({ awaits, idempotencyKey }: AwaitingCase, { send }: Pick<DeliverPorts, 'send'>): Promise<boolean> {
  const headers = { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': idempotencyKey };
  try {
    readBytes(await send({ url: `${awaits.link}/take-back`, method: 'POST', headers, body: '{}' }));
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return false;
    throw error;
  }
}
