/**
 * The 98 municipalities as tiles, drawn by hand: neighbours are mostly neighbours, north is up, and each is as large as
 * any other. Jutland to the left, Funen below the middle, Zealand to the right and Bornholm below it.
 */
const drawn = `
  .   .   .   .  860 813  .  825  .   .   .   .   .   .   .   .   .
  .   .  787 849 810 851  .   .   .   .   .   .   .   .   .   .   .
  .   .  773 820 840 846  .   .   .   .   .   .   .  270 217  .   .
  .  665 671 779 791 730 707  .   .   .   .   .  260 219 210 223  .
  .  661 657 740 710 706  .   .   .   .   .   .  250 201 190 230  .
  .  760 756 746 751  .   .   .   .   .   .  306 240 151 163 159 173
  .  573 530 615 727  .  741  .   .   .   .  316 350 165 161 175 157
 563 561 575 630 766  .   .   .   .   .  326 340 265 169 153 147 101
  .   .  510 621 607  .  410 480 440  .  330 329 253 183 187 167 185
  .  550 580 540  .   .  420 461 450  .  370 259 269  .   .   .  155
  .   .   .   .   .   .   .  430 479  .  390 320 336  .   .   .   .
  .   .   .   .   .   .   .  492 482 360 376  .   .   .   .   .  400
`;

/** The place of a municipality among the tiles, counted from the top left. */
export type Tile = { readonly code: string; readonly column: number; readonly row: number };

/** A tile for every municipality, by its code. */
export const tiles: readonly Tile[] = drawn
  .trim()
  .split("\n")
  .flatMap((line, row) =>
    line
      .trim()
      .split(/\s+/)
      .flatMap((code, column) => (code === "." ? [] : [{ code, column, row }])),
  );
