import type { Answer } from './message-entry.ts';

/** Answers a message, or is undefined for what is none of ours. Never rejects. */
export type Receiver = (message: unknown, sender: unknown) => Promise<Answer> | undefined;

/** The part of `runtime.onMessage` that listens. */
export type MessageEvent = {
  addListener(listener: (message: unknown, sender: unknown, sendResponse: (answer: Answer) => void) => true | undefined): void;
};

/** Lets `receiver` answer what arrives. Call it in the first turn of the worker, or the message that woke it is lost. */
export function listen(event: MessageEvent, receiver: Receiver): void {
  event.addListener((message, sender, sendResponse) => {
    const answering = receiver(message, sender);
    if (!answering) return undefined;
    void answering.then(sendResponse);
    return true;
  });
}
