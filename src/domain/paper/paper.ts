/** A piece of text on paper; what is `quoted` is somebody else's words. Line breaks in it stand. */
export type Words = { readonly text: string; readonly look?: 'strong' | 'soft' | 'quoted' };

/** A cell is one piece below the other. */
export type Cell = readonly Words[];

export type Column = { readonly title?: string; readonly align?: 'start' | 'end' };

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'words'; readonly words: Words }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** The first column takes what room is left; the others what they need. A head stands where a column has a title. */
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] };

/** Something to be read and printed, apart from how: written out as a page of HTML or as a PDF. */
export type Paper = {
  readonly title: string;
  /** On the foot of each sheet, beside its number. */
  readonly foot: string;
  readonly blocks: readonly Block[];
};
