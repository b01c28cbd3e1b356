import { embedded } from "../contract/databases.ts";
import { embeddedVictim, killSuite } from "./database-suite.ts";

killSuite(embedded, embeddedVictim);
