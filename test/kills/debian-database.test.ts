import { debian } from "../contract/databases.ts";
import { killSuite, serverVictim } from "./database-suite.ts";

killSuite(debian, serverVictim);
