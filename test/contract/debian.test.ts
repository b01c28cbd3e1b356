import { debian, embedded } from "./databases.ts";
import { storeSuite } from "./suite.ts";

storeSuite(debian, embedded);
