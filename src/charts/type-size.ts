/** How large the type of every chart is set, in pixels. */
export const fontSize = 13;
