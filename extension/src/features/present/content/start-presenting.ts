import type { contentProtocol } from '../../../messaging/content-protocol.ts';
import { sendFromPage } from '../../../messaging/page-door.ts';
import type { Handlers } from '../../../messaging/receive.ts';
import type { AnswerDetail } from '../bridge/bridge-events.ts';
import { startRelay } from './relay.ts';

/** Carries what pages ask through `navigator.credentials` to the background, and the answer back. */
export function startPresenting(): Pick<Handlers<typeof contentProtocol>, 'present/answer'> {
  const answerPage = startRelay({
    ask: (request) => sendFromPage('present/ask', request),
    abort: async (requestId) => void (await sendFromPage('present/abort', { requestId })),
  });
  return {
    'present/answer': (answer) => {
      // The background wrote it as such; the hook reads it as text, like everything from here.
      answerPage(answer as AnswerDetail);
      return null;
    },
  };
}
