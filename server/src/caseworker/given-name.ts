import { cleanValue } from '@daricheh/shared/vocabulary';
import * as z from 'zod/mini';

/** A name that somebody gives to themselves or to a thing of theirs: cleaned, not empty, 100 characters at most. */
export const givenName = z.pipe(z.string().check(z.maxLength(100)), z.transform(cleanValue)).check(z.minLength(1));
