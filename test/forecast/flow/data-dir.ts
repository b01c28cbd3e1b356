import { ownFolders } from "#actions/open-data.ts";

/** The data folder of the checkout. */
export const dataDir = ownFolders().data;
