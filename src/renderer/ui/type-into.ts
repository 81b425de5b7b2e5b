/** What takes the place of a part of a text, and what is marked afterwards. */
export type TypedEdit = {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly mark: readonly [number, number];
};

/** As typed by a person, so that undo in the field knows of it; the way of the browser to say so is old and has no other. */
type Typing = { readonly execCommand: (name: 'insertText' | 'delete', ui: false, text?: string) => boolean };

export function typeInto(area: HTMLTextAreaElement, { from, to, insert, mark }: TypedEdit): void {
  area.setSelectionRange(from, to);
  const typing = document as unknown as Typing;
  if (insert !== '') typing.execCommand('insertText', false, insert);
  else if (from !== to) typing.execCommand('delete', false);
  area.setSelectionRange(...mark);
}
