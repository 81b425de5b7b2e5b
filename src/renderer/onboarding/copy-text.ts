import { say } from '../app/toasts.tsx';
import { ow } from '../strings/en-onboarding.ts';

/** Puts where a material is on the clipboard: Foredesk opens nothing outside of itself. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say({ title: ow.task.copied, body: text });
  } catch {
    say({ title: ow.task.notCopied });
  }
}
